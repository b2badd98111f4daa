import { Button, Group, SegmentedControl, TextInput, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addDays, dayIn, isCalendarDay } from '@/lib/times';
import type { AppointmentsPageProps } from './AppointmentsPage';
import { type View, views } from './appointmentSearch';
import { rangeOf } from './range';
import classes from './SlotPicker.module.css';
import { useReaderTimes } from './useReaderTimes';

/** How the appointments are shown, and which days of them. */
export function ViewBar({ clinicId, search, onSearch, view }: AppointmentsPageProps & { view: View }) {
  const { t } = useTranslation('appointments');
  const times = useReaderTimes(clinicId);
  const today = dayIn(times.clinicZone, Date.now());
  const { day, from, to } = rangeOf(view, search, times.clinicZone);
  const go = (to: string) => onSearch({ ...search, day: to === today ? undefined : to });
  const step = view === 'week' ? 7 : 1;
  return (
    <Group justify="space-between" align="flex-end" gap="sm">
      <SegmentedControl
        data-screen-only
        aria-label={t('calendar.view')}
        value={view}
        onChange={(chosen) => onSearch({ ...search, view: views.find((known) => known === chosen) })}
        data={views.map((value) => ({ value, label: t(`calendar.views.${value}`) }))}
      />
      {view !== 'list' && (
        <>
          <Title order={2} size="h3" aria-live="polite">
            {view === 'day' ? times.day(day) : t('slots.week', { from: times.shortDay(from), to: times.shortDay(to) })}
          </Title>
          <Group gap="xs" align="flex-end" data-screen-only>
            <Button variant="default" size="sm" onClick={() => go(addDays(day, -step))} leftSection={<IconChevronLeft className={classes.arrow} size={18} aria-hidden />}>
              {t('slots.earlier')}
            </Button>
            <Button variant="default" size="sm" onClick={() => go(today)}>
              {t('today.title')}
            </Button>
            <Button variant="default" size="sm" onClick={() => go(addDays(day, step))} rightSection={<IconChevronRight className={classes.arrow} size={18} aria-hidden />}>
              {t('slots.later')}
            </Button>
            <TextInput type="date" size="sm" aria-label={t('calendar.goTo')} value={day} onChange={({ currentTarget }) => isCalendarDay(currentTarget.value) && go(currentTarget.value)} />
          </Group>
        </>
      )}
    </Group>
  );
}
