import { Anchor, Group } from '@mantine/core';
import { IconCalendarHeart } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { ButtonLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { MoreButton } from '@/components/MoreButton';
import { Page } from '@/components/Page';
import { useAppointments } from '@/lib/api/appointments/listAppointments';
import { useMe } from '@/lib/api/clinics/readMe';
import type { Appointment } from '@/lib/api/types';
import { dayIn } from '@/lib/times';
import { AppointmentDays } from './AppointmentDays';
import { JoinVisit } from './JoinVisit';
import { useWhom } from './whom';
import { WhomPage } from './WhomPage';
import { useReaderTimes } from './useReaderTimes';
import { ZoneNote } from './ZoneNote';

const joinable = ({ mode, status }: Appointment) => mode === 'VIDEO' && ['BOOKED', 'CHECKED_IN', 'IN_PROGRESS'].includes(status);

/** What lies ahead for a patient and those they care for. */
export function PatientVisitsPage({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
  const times = useReaderTimes(clinicId);
  const whom = useWhom(clinicId);
  const appointments = useAppointments(clinicId, { from: dayIn(times.clinicZone, Date.now()), patientId: whom.patient?.id }, !whom.open);
  const book = me.may('BOOK_APPOINTMENT') && (
    <ButtonLink to="/clinics/$clinicId/book" params={{ clinicId }} search={{ patientId: whom.patient?.id }}>
      {t('book.open')}
    </ButtonLink>
  );

  if (whom.open) return <WhomPage whom={whom} />;
  return (
    <Page title={t('own.title')} actions={book} lead={whom.patients.length > 1 && <WhomNote whom={whom} />}>
      <Loaded query={appointments}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length > 0 ? (
            <AppointmentDays
              clinicId={clinicId}
              appointments={items}
              lead="doctor"
              action={(appointment) => joinable(appointment) && <JoinVisit clinicId={clinicId} appointment={appointment} />}
            />
          ) : (
            <Empty icon={<IconCalendarHeart size={40} stroke={1.4} aria-hidden />} title={t('own.empty')}>
              {t('own.emptyHint')}
            </Empty>
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

function WhomNote({ whom: { patient, askAgain } }: { whom: ReturnType<typeof useWhom> }) {
  const { t } = useTranslation('appointments');
  return (
    <>
      {patient ? t('whom.of', { name: patient.name }) : t('whom.ofEverybody')}{' '}
      <Anchor component="button" type="button" onClick={askAgain}>
        {t('whom.change')}
      </Anchor>
    </>
  );
}
