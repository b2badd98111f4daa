import { Alert, Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { IconClockX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hold } from '@/lib/api/types';

/** How long a time is still held; spoken only as it begins and for its last minute. */
export function HoldNote({ hold, onExpired }: { hold: Hold; onExpired: () => void }) {
  const { t } = useTranslation('appointments');
  const left = () => Math.max(0, Math.ceil((Date.parse(hold.expiresAt) - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useInterval(() => setSeconds(left()), 1000, { autoInvoke: true });
  useEffect(() => {
    if (seconds === 0) onExpired();
  }, [seconds, onExpired]);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <div>
      <Text size="sm" c="dimmed" role="timer" aria-live="off">
        {t('hold.left', { clock })}
      </Text>
      <Text size="sm" aria-live="polite">
        {seconds > 0 && seconds <= 60 && t('hold.lastMinute')}
      </Text>
    </div>
  );
}

export function HoldExpired() {
  const { t } = useTranslation('appointments');
  return (
    <Alert role="alert" color="marigold" icon={<IconClockX aria-hidden />} title={t('hold.expired')}>
      {t('hold.expiredHint')}
    </Alert>
  );
}
