import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { type SlotSearch, useSlots } from '@/lib/api/availability/listSlots';
import { type CalendarDay, dayIn } from '@/lib/times';
import { useReaderTimes } from './useReaderTimes';

/** An empty week is no dead end: it names the next day with a free time. */
export function FirstFree({ clinicId, search, onGo }: { clinicId: string; search: SlotSearch; onGo: (day: CalendarDay) => void }) {
  const { t } = useTranslation('appointments');
  const times = useReaderTimes(clinicId);
  const slots = useSlots(clinicId, { ...search, limit: 1 });
  return (
    <Stack align="center" py="lg" gap="sm">
      <Text>{t('slots.weekEmpty')}</Text>
      <Loaded query={slots}>
        {({ items: [first] }) =>
          first ? (
            <Button variant="outline" onClick={() => onGo(dayIn(times.zone, first.start))}>
              {t('slots.firstFree', { when: times.dateTime(first.start) })}
            </Button>
          ) : (
            <Text c="dimmed">{t('slots.nothingAhead')}</Text>
          )
        }
      </Loaded>
    </Stack>
  );
}
