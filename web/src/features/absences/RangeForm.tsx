import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '@/components/form';
import type { AbsenceRange } from '@/lib/api/absences/readAbsence';

/** From when to when; without times, whole days. */
export function RangeForm({ range, onRange }: { range: Partial<AbsenceRange>; onRange: (range: AbsenceRange) => void }) {
  const { t } = useTranslation('absences');
  const [{ date, lastDate, from, to }, setDraft] = useState({ date: range.date ?? '', lastDate: range.lastDate ?? '', from: range.from ?? '', to: range.to ?? '' });
  const set = (change: Partial<AbsenceRange>) => setDraft((draft) => ({ ...draft, ...change }));
  const timed = from !== '' || to !== '';
  return (
    <Form
      onSubmit={() => onRange({ date, lastDate: lastDate || date, ...(timed && { from, to }) })}
      actions={
        <Group>
          <Button type="submit" variant={range.date ? 'outline' : 'filled'}>
            {t('range.show')}
          </Button>
        </Group>
      }
    >
      <Group align="flex-start">
        <TextInput type="date" required label={t('range.first')} value={date} onChange={({ currentTarget }) => set({ date: currentTarget.value })} />
        <TextInput type="date" label={t('range.last')} min={date} value={lastDate} onChange={({ currentTarget }) => set({ lastDate: currentTarget.value })} />
        <TextInput type="time" required={timed} label={t('range.from')} value={from} onChange={({ currentTarget }) => set({ from: currentTarget.value })} />
        <TextInput type="time" required={timed} label={t('range.to')} value={to} onChange={({ currentTarget }) => set({ to: currentTarget.value })} />
      </Group>
    </Form>
  );
}
