import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/components/StateBadge';

export function LateBadge({ minutes }: { minutes: number }) {
  const { t } = useTranslation('appointments');
  if (minutes === 0) return null;
  return (
    <StateBadge tone="attention" icon={IconClockExclamation}>
      {t('queue.late', { count: minutes })}
    </StateBadge>
  );
}
