import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import type { LinkRenewal, Patient } from '@/lib/api/types';
import { useRenewVisitLinks } from '@/lib/api/visits/renewVisitLinks';
import { useUpcomingVisits } from './useUpcomingVisits';

/** After a patient's address was changed: whoever reads mail at the old one could still join. */
export function NewLinksDialog({ clinicId, patient, onClose }: { clinicId: string; patient: Patient; onClose: () => void }) {
  const { t } = useTranslation(['patients', 'common']);
  const { visits } = useUpcomingVisits(clinicId, patient.id);
  const renew = useRenewVisitLinks(clinicId, patient.id);
  if (!visits.data?.pages.some(({ items }) => items.length > 0)) return null;
  if (renew.data) {
    return (
      <Modal opened onClose={onClose} title={t('links.done')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <Stack>
          <Outcome {...renew.data} />
          <Group justify="flex-end">
            <Button onClick={onClose} data-autofocus>
              {t('common:close')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    );
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('links.title')}
      keep={t('links.keep')}
      confirm={t('links.confirm')}
      onConfirm={() => renew.mutate()}
      pending={renew.isPending}
      failure={renew.error}
    >
      <Text>{t('links.words', { name: patient.name })}</Text>
      <Text>{patient.email ? t('links.mailed', { email: patient.email }) : t('links.passOn')}</Text>
    </ConfirmDialog>
  );
}

function Outcome({ links, email }: LinkRenewal) {
  const { t } = useTranslation('patients');
  if (links === 0) return <Text>{t('links.none')}</Text>;
  return <Text>{email ? t('links.sent', { count: links, email }) : t('links.unsent', { count: links })}</Text>;
}
