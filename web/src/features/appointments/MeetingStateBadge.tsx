import { IconAlertTriangle, IconCircleOff, IconHourglass, IconPlugConnectedX, IconVideo, IconVideoFilled, IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/components/StateBadge';
import type { MeetingStatus } from '@/lib/api/types';

const looks = {
  PENDING: { tone: 'info', icon: IconHourglass },
  READY: { tone: 'good', icon: IconVideo },
  STARTED: { tone: 'good', icon: IconVideoFilled },
  ENDED: { tone: 'plain', icon: IconVideoOff },
  WAITING_FOR_CONNECTION: { tone: 'attention', icon: IconPlugConnectedX },
  FAILED: { tone: 'trouble', icon: IconAlertTriangle },
  REMOVED: { tone: 'plain', icon: IconCircleOff },
} as const satisfies Record<MeetingStatus, object>;

export function MeetingStateBadge({ status }: { status: MeetingStatus }) {
  const { t } = useTranslation('appointments');
  return <StateBadge {...looks[status]}>{t(`meeting.status.${status}`)}</StateBadge>;
}
