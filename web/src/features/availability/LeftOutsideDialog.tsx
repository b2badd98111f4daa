import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import type { FailureLike } from '@/components/problemWords';
import { TextLink } from '@/components/links';
import { useClinic } from '@/lib/api/clinics/readClinic';
import type { LeftOutside } from '@/lib/api/types';
import { useTimes } from '@/lib/times';

interface Props {
  clinicId: string;
  /** Nothing to ask without it. */
  found?: LeftOutside;
  onClose: () => void;
  onSave: () => void;
  pending: boolean;
  failure?: FailureLike;
}

/** The booked visits that a change leaves outside, before it is saved. */
export function LeftOutsideDialog({ clinicId, found, onClose, onSave, pending, failure }: Props) {
  const { t } = useTranslation('availability');
  const { timeZone } = useClinic(clinicId);
  const times = useTimes(timeZone);
  const items = found?.items ?? [];
  const total = found?.total ?? 0;
  return (
    <ConfirmDialog
      opened={total > 0}
      onClose={onClose}
      title={t('outside.title', { count: total })}
      keep={t('outside.keep')}
      confirm={t('outside.confirm')}
      onConfirm={onSave}
      pending={pending}
      failure={failure}
    >
      <Text>{t('outside.words')}</Text>
      <List size="sm" mah="40vh" style={{ overflowY: 'auto' }} tabIndex={0} aria-label={t('outside.list')}>
        {items.map(({ id, start, doctorName, patientName, serviceName }) => (
          <List.Item key={id}>
            <TextLink to="/clinics/$clinicId/appointments/$id" params={{ clinicId, id }} target="_blank">
              {times.dateTime(start)}
            </TextLink>
            {t('outside.line', { patient: patientName, service: serviceName, doctor: doctorName })}
          </List.Item>
        ))}
      </List>
      {total > items.length && <Text size="sm">{t('outside.more', { count: total - items.length })}</Text>}
    </ConfirmDialog>
  );
}
