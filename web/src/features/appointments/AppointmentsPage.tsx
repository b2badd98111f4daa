import { Group } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendarSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { ButtonLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { MoreButton } from '@/components/MoreButton';
import { Page } from '@/components/Page';
import { Waiting } from '@/components/Waiting';
import { useAppointments } from '@/lib/api/appointments/listAppointments';
import { useCalendar } from '@/lib/api/appointments/readCalendar';
import { useMe } from '@/lib/api/clinics/readMe';
import type { Appointment } from '@/lib/api/types';
import { AppointmentDays } from './AppointmentDays';
import { isShown, type ListSearch } from './appointmentSearch';
import { Filters } from './Filters';
import { ListButtons } from './ListButtons';
import { listDays, rangeOf } from './range';
import { useReaderTimes } from './useReaderTimes';
import { ViewBar } from './ViewBar';
import { ZoneNote } from './ZoneNote';

/** Patients never load it. */
const Calendar = lazy(async () => ({ default: (await import('./calendar/Calendar')).Calendar }));

export interface AppointmentsPageProps {
  clinicId: string;
  search: ListSearch;
  /** What is typed takes the place of what was typed before; all else can be gone back from. */
  onSearch: (search: ListSearch, typed?: boolean) => void;
}

/** The same appointments as a list, a day or a week; what is seen stands in the address. */
export function AppointmentsPage(props: AppointmentsPageProps) {
  const { clinicId, search } = props;
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
  const view = me.staff ? (search.view ?? 'list') : 'list';
  const book = me.may('BOOK_APPOINTMENT') && (
    <ButtonLink to="/clinics/$clinicId/book" params={{ clinicId }} data-screen-only>
      {t('book.open')}
    </ButtonLink>
  );
  return (
    <Page title={t('list.title')} actions={book} wide={view !== 'list'}>
      {me.staff && <ViewBar {...props} view={view} />}
      <Filters {...props} view={view} />
      {view === 'list' ? <List {...props} /> : <Days {...props} view={view} />}
    </Page>
  );
}

function List({ clinicId, search }: AppointmentsPageProps) {
  const times = useReaderTimes(clinicId);
  const { from, to } = listDays(search, times.clinicZone);
  const { view: _view, day: _day, ...filters } = search;
  const appointments = useAppointments(clinicId, { ...filters, from, to });
  return (
    <>
      <Loaded query={appointments}>{({ pages }) => <Agenda clinicId={clinicId} items={pages.flatMap((page) => page.items)} />}</Loaded>
      <Group justify="space-between">
        <ZoneNote clinicId={clinicId} />
        <Group gap="sm" data-screen-only>
          <ListButtons clinicId={clinicId} search={{ ...filters, from, to }} />
          <MoreButton query={appointments} />
        </Group>
      </Group>
    </>
  );
}

/** Where there is no room for days side by side they follow one another. */
function Days({ clinicId, search, view }: AppointmentsPageProps & { view: 'day' | 'week' }) {
  const times = useReaderTimes(clinicId);
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const { from, to, days } = rangeOf(view, search, times.clinicZone);
  const calendar = useCalendar(clinicId, { from, to, doctorId: search.doctorId });
  const { view: _view, day: _day, query: _query, ...filters } = search;
  return (
    <>
      <Loaded query={calendar}>
        {(data) => {
          const appointments = data.appointments.filter(isShown(search));
          if (phone) return <Agenda clinicId={clinicId} items={appointments} />;
          return (
            <Suspense fallback={<Waiting />}>
              <Calendar key={from + to} clinicId={clinicId} calendar={{ ...data, appointments }} days={days} />
            </Suspense>
          );
        }}
      </Loaded>
      <Group justify="space-between">
        <ZoneNote clinicId={clinicId} />
        <Group gap="sm" data-screen-only>
          <ListButtons clinicId={clinicId} search={{ ...filters, from, to }} />
        </Group>
      </Group>
    </>
  );
}

function Agenda({ clinicId, items }: { clinicId: string; items: Appointment[] }) {
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
  if (items.length > 0) return <AppointmentDays clinicId={clinicId} appointments={items} lead={me.staff ? 'patient' : 'doctor'} />;
  return (
    <Empty icon={<IconCalendarSearch size={40} stroke={1.4} aria-hidden />} title={t('list.empty')}>
      {t('list.emptyHint')}
    </Empty>
  );
}
