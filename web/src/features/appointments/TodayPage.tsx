import { Group } from '@mantine/core';
import { IconCoffee } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { ButtonLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { MoreButton } from '@/components/MoreButton';
import { Page } from '@/components/Page';
import { useAppointments } from '@/lib/api/appointments/listAppointments';
import { useMe } from '@/lib/api/clinics/readMe';
import { dayIn } from '@/lib/times';
import { AppointmentDays } from './AppointmentDays';
import { StartSession, startable } from './StartSession';
import { useReaderTimes } from './useReaderTimes';
import { ZoneNote } from './ZoneNote';

/** The working day: a doctor's own visits, the whole clinic's for everybody else. */
export function TodayPage({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
  const times = useReaderTimes(clinicId);
  const today = dayIn(times.clinicZone, Date.now());
  const own = me.doctorId !== undefined;
  const appointments = useAppointments(clinicId, { from: today, to: today, doctorId: me.doctorId });
  const book = me.may('BOOK_APPOINTMENT') && (
    <ButtonLink to="/clinics/$clinicId/book" params={{ clinicId }}>
      {t('book.open')}
    </ButtonLink>
  );

  return (
    <Page title={t(own ? 'today.doctorTitle' : 'today.title')} lead={times.day(today)} actions={book}>
      <Loaded query={appointments}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return (
              <Empty icon={<IconCoffee size={40} stroke={1.4} aria-hidden />} title={t(own ? 'today.doctorEmpty' : 'today.empty')}>
                {t('today.emptyHint')}
              </Empty>
            );
          }
          return (
            <AppointmentDays
              clinicId={clinicId}
              appointments={items}
              lead="patient"
              headings={false}
              action={(appointment) =>
                appointment.doctorId === me.doctorId && startable(appointment) && <StartSession clinicId={clinicId} appointment={appointment} size="sm" />
              }
            />
          );
        }}
      </Loaded>
      <Group justify="space-between">
        <ZoneNote clinicId={clinicId} />
        <MoreButton query={appointments} />
      </Group>
    </Page>
  );
}
