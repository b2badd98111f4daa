import { IconClockPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from './StateBadge';

/** How late a visit is said to begin; nothing where it is on time. */
export function DelayBadge({ minutes }: { minutes?: number }) {
  const { t } = useTranslation('common');
  if (!minutes) return null;
  return (
    <StateBadge tone="attention" icon={IconClockPause}>
      {t('late', { count: minutes })}
    </StateBadge>
  );
}
