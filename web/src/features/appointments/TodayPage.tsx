import { Group } from '@mantine/core';
import { IconCoffee } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { ButtonLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { useCalendar } from '@/lib/api/appointments/readCalendar';
import { useMe } from '@/lib/api/clinics/readMe';
import { dayIn } from '@/lib/times';
import type { BookPageProps } from './BookPage';
import { Queue } from './queue/Queue';
import { SeeNow } from './queue/SeeNow';
import { ToClose } from './queue/ToClose';
import { useReaderTimes } from './useReaderTimes';
import { ZoneNote } from './ZoneNote';

export interface TodayPageProps {
  clinicId: string;
  newPatient: BookPageProps['newPatient'];
  onSeen: (appointmentId: string) => void;
  /** For a doctor who is late or away. */
  absence: ReactNode;
  /** What will not work tomorrow. */
  tomorrow: ReactNode;
}

/** The working day: a doctor's own visits, the whole clinic's for everybody else. */
export function TodayPage({ clinicId, newPatient, onSeen, absence, tomorrow }: TodayPageProps) {
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
  const times = useReaderTimes(clinicId);
  const today = dayIn(times.clinicZone, Date.now());
  const own = me.doctorId !== undefined;
  const calendar = useCalendar(clinicId, { from: today, to: today, doctorId: me.doctorId ? [me.doctorId] : undefined });
  const actions = (
    <Group gap="sm">
      {absence}
      <SeeNow {...{ clinicId, newPatient, onSeen }} />
      {me.may('BOOK_APPOINTMENT') && (
        <ButtonLink to="/clinics/$clinicId/book" params={{ clinicId }}>
          {t('book.open')}
        </ButtonLink>
      )}
    </Group>
  );

  return (
    <Page title={t(own ? 'today.doctorTitle' : 'today.title')} lead={times.day(today)} actions={actions}>
      {tomorrow}
      <Loaded query={calendar}>
        {({ appointments }) =>
          appointments.length === 0 ? (
            <Empty icon={<IconCoffee size={40} stroke={1.4} aria-hidden />} title={t(own ? 'today.doctorEmpty' : 'today.empty')}>
              {t('today.emptyHint')}
            </Empty>
          ) : (
            <Queue clinicId={clinicId} appointments={appointments} />
          )
        }
      </Loaded>
      <ToClose clinicId={clinicId} today={today} />
      <ZoneNote clinicId={clinicId} />
    </Page>
  );
}
