import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { CopyField } from '@/components/CopyField';
import { Loaded } from '@/components/Loaded';
import { Waiting } from '@/components/Waiting';
import { useVisitLink } from '@/lib/api/visits/readVisitLink';
import { useRevokeVisitLink } from '@/lib/api/visits/revokeVisitLink';

interface Props {
  clinicId: string;
  appointmentId: string;
  joinUrl?: string;
  passcode?: string;
}

/** For the front desk: what to send a patient who cannot find their mail. */
export function VisitLinks({ clinicId, appointmentId, joinUrl, passcode }: Props) {
  const { t } = useTranslation('appointments');
  const link = useVisitLink(clinicId, appointmentId, true);
  const revoke = useRevokeVisitLink(clinicId, appointmentId);
  const [asking, ask] = useDisclosure();
  return (
    <Stack gap="md">
      <Loaded query={link} waiting={<Waiting rows={1} />}>
        {({ url }) => <CopyField label={t('links.visit')} description={t('links.visitHint')} value={url} />}
      </Loaded>
      {joinUrl && <CopyField label={t('links.join')} description={t('links.joinHint')} value={joinUrl} />}
      {passcode && <CopyField label={t('links.passcode')} value={passcode} />}
      <Button variant="subtle" color="brick" onClick={ask.open} style={{ alignSelf: "flex-start" }}>
        {t('links.revoke')}
      </Button>
      <ConfirmDialog
        destructive
        opened={asking}
        onClose={ask.close}
        title={t('links.revokeTitle')}
        keep={t('links.revokeKeep')}
        confirm={t('links.revoke')}
        onConfirm={() => revoke.mutate(undefined, { onSuccess: ask.close })}
        pending={revoke.isPending}
        failure={revoke.error}
      >
        <Text>{t('links.revokeWords')}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
