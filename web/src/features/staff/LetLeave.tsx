import { Button, List, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import type { StaffKind } from '@/lib/api/staff/listStaff';
import { useLetLeave } from '@/lib/api/staff/letLeave';
import type { StaffMember } from '@/lib/api/types';

interface Props {
  clinicId: string;
  kind: StaffKind;
  person: StaffMember;
  /** Where a doctor's visits wait for somebody else. */
  onVisits: (doctorId: string) => void;
}

export function LetLeave({ clinicId, kind, person: { id, name }, onVisits }: Props) {
  const { t } = useTranslation('staff');
  const [asking, ask] = useDisclosure();
  const leave = useLetLeave(clinicId, id);
  const doctor = kind === 'doctors';
  const done = () => {
    ask.close();
    if (doctor) onVisits(id);
  };
  return (
    <>
      <Button variant="subtle" color="brick" size="sm" onClick={ask.open} aria-label={t('leave.openNamed', { name })}>
        {t('leave.open')}
      </Button>
      <ConfirmDialog
        destructive
        opened={asking}
        onClose={ask.close}
        title={t('leave.title', { name })}
        keep={t('leave.keep')}
        confirm={t('leave.confirm')}
        onConfirm={() => leave.mutate(undefined, { onSuccess: done })}
        pending={leave.isPending}
        failure={leave.error}
      >
        <Text mb="xs">{t('leave.words')}</Text>
        <List size="sm">
          <List.Item>{t('leave.access')}</List.Item>
          {doctor && <List.Item>{t('leave.zoom')}</List.Item>}
          {doctor && <List.Item>{t('leave.visits')}</List.Item>}
          <List.Item>{t('leave.back')}</List.Item>
        </List>
      </ConfirmDialog>
    </>
  );
}
