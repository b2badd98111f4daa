import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { useChangeReviewerAccess } from '@/lib/api/reviewer/changeReviewerAccess';

/** A button for what shuts out whoever is signed in with the sample accounts. */
export function ConfirmedStep({ clinicId, step }: { clinicId?: string; step: 'renew' | 'withdraw' }) {
  const { t } = useTranslation('reviewer');
  const [asking, ask] = useDisclosure();
  const change = useChangeReviewerAccess(clinicId);
  const destructive = step === 'withdraw';
  return (
    <>
      <Button variant={destructive ? 'subtle' : 'default'} color={destructive ? 'brick' : undefined} onClick={ask.open}>
        {t(`${step}.open`)}
      </Button>
      <ConfirmDialog
        destructive={destructive}
        opened={asking}
        onClose={ask.close}
        title={t(`${step}.title`)}
        keep={t(`${step}.keep`)}
        confirm={t(`${step}.confirm`)}
        onConfirm={() => change.mutate(step, { onSuccess: ask.close })}
        pending={change.isPending}
        failure={change.error}
      >
        <Text>{t(`${step}.words`)}</Text>
      </ConfirmDialog>
    </>
  );
}
