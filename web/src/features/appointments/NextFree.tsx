import { Alert, Button, Group, Text } from '@mantine/core';
import { IconClockX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isTaken } from '@/lib/api/problem';
import type { Slot } from '@/lib/api/types';
import { useReaderTimes } from './useReaderTimes';

interface Props {
  clinicId: string;
  failure: Error | null;
  onChoose: (slot: Slot) => void;
}

/** Somebody else was quicker: no error but a choice. */
export function NextFree({ clinicId, failure, onChoose }: Props) {
  const { t } = useTranslation('appointments');
  const times = useReaderTimes(clinicId);
  if (!isTaken(failure)) return null;
  return (
    <Alert role="alert" color="marigold" icon={<IconClockX aria-hidden />} title={t(failure.code === 'host-taken' ? 'taken.hostTitle' : 'taken.title')}>
      <Text mb="xs">{t(failure.nextFree.length > 0 ? 'taken.choose' : 'taken.chooseAbove')}</Text>
      <Group gap="xs">
        {failure.nextFree.map((slot) => (
          <Button key={slot.start + slot.doctorId} size="sm" variant="default" onClick={() => onChoose(slot)}>
            {times.dateTime(slot.start)}
          </Button>
        ))}
      </Group>
    </Alert>
  );
}
