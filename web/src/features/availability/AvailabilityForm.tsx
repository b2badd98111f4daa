import { Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '@/components/form';
import { SaveButton } from '@/components/SaveButton';
import { usePreviewAvailability } from '@/lib/api/availability/previewAvailability';
import { useWriteAvailability } from '@/lib/api/availability/writeAvailability';
import type { Availability } from '@/lib/api/types';
import { ExceptionsEditor } from './ExceptionsEditor';
import { LeftOutsideDialog } from './LeftOutsideDialog';
import { OtherHours } from './OtherHours';
import { PeriodEditor } from './PeriodEditor';
import { otherHoursFrom, type Period, periodsOf, weeklyOf } from './periods';

interface Props {
  clinicId: string;
  doctorId: string;
  stored: Availability;
}

export function AvailabilityForm({ clinicId, doctorId, stored }: Props) {
  const { t } = useTranslation('availability');
  const [periods, setPeriods] = useState(() => periodsOf(stored.weekly));
  const [exceptions, setExceptions] = useState(stored.exceptions ?? []);
  const preview = usePreviewAvailability(clinicId, doctorId);
  const write = useWriteAvailability(clinicId, doctorId);
  const draft: Availability = { weekly: weeklyOf(periods), exceptions };
  const edited = <T,>(set: (value: T) => void) => (value: T) => {
    set(value);
    write.reset();
    preview.reset();
  };
  const editPeriods = edited<Period[]>(setPeriods);
  const save = () => write.mutate(draft, { onSuccess: () => preview.reset() });
  const submit = () => preview.mutate(draft, { onSuccess: ({ total }) => total === 0 && save() });
  return (
    <>
      <Form
        onSubmit={submit}
        failure={preview.error ?? (preview.data?.total ? null : write.error)}
        actions={<SaveButton label={t('save')} pending={preview.isPending || write.isPending} saved={write.isSuccess} />}
      >
        {periods.map((period, index) => (
          <PeriodEditor
            key={index}
            period={period}
            onChange={(changed) => editPeriods(periods.map((kept, i) => (i === index ? changed : kept)))}
            onRemove={periods.length > 1 ? () => editPeriods(periods.filter((_, i) => i !== index)) : undefined}
          />
        ))}
        <OtherHours onFrom={(date) => editPeriods(otherHoursFrom(periods, date))} />
        <Paper component="section" aria-labelledby="exceptions">
          <Title order={2} id="exceptions" mb="xs">
            {t('exceptions')}
          </Title>
          <Text c="dimmed" size="sm" mb="md">
            {t('exceptionsHint')}
          </Text>
          <ExceptionsEditor exceptions={exceptions} onChange={edited(setExceptions)} />
        </Paper>
      </Form>
      <LeftOutsideDialog clinicId={clinicId} found={preview.data} onClose={() => preview.reset()} onSave={save} pending={write.isPending} failure={write.error} />
    </>
  );
}
