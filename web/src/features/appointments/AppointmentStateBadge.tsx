import { IconCalendarCheck, IconCalendarX, IconCircleCheck, IconClockPlay, IconDoorEnter, IconUserX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/components/StateBadge';
import type { AppointmentStatus } from '@/lib/api/types';

export const appointmentLooks = {
  BOOKED: { tone: 'plain', icon: IconCalendarCheck },
  CHECKED_IN: { tone: 'good', icon: IconDoorEnter },
  IN_PROGRESS: { tone: 'good', icon: IconClockPlay },
  COMPLETED: { tone: 'plain', icon: IconCircleCheck },
  CANCELLED: { tone: 'trouble', icon: IconCalendarX },
  NO_SHOW: { tone: 'attention', icon: IconUserX },
} as const satisfies Record<AppointmentStatus, object>;

export function AppointmentStateBadge({ status }: { status: AppointmentStatus }) {
  const { t } = useTranslation('appointments');
  return <StateBadge {...appointmentLooks[status]}>{t(`status.${status}`)}</StateBadge>;
}
