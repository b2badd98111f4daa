import { Group, NativeSelect, TextInput } from '@mantine/core';
import { IconCalendarSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { ButtonLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { MoreButton } from '@/components/MoreButton';
import { Page } from '@/components/Page';
import { useAppointments } from '@/lib/api/appointments/listAppointments';
import { useMe } from '@/lib/api/clinics/readMe';
import { useStaff } from '@/lib/api/staff/listStaff';
import { addDays, dayIn } from '@/lib/times';
import { AppointmentDays } from './AppointmentDays';
import { appointmentStatuses, type ListSearch } from './appointmentSearch';
import { useReaderTimes } from './useReaderTimes';
import { ZoneNote } from './ZoneNote';

interface Props {
  clinicId: string;
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
}

export function AppointmentsPage({ clinicId, search, onSearch }: Props) {
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
  const times = useReaderTimes(clinicId);
  const today = dayIn(times.clinicZone, Date.now());
  const from = search.from ?? today;
  const to = search.to ?? addDays(from, 6);
  const appointments = useAppointments(clinicId, { ...search, from, to });
  const book = me.may('BOOK_APPOINTMENT') && (
    <ButtonLink to="/clinics/$clinicId/book" params={{ clinicId }}>
      {t('book.open')}
    </ButtonLink>
  );

  return (
    <Page title={t('list.title')} actions={book}>
      <Filters {...{ clinicId, search, onSearch, from, to }} />
      <Loaded query={appointments}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length > 0 ? (
            <AppointmentDays clinicId={clinicId} appointments={items} lead={me.staff ? 'patient' : 'doctor'} />
          ) : (
            <Empty icon={<IconCalendarSearch size={40} stroke={1.4} aria-hidden />} title={t('list.empty')}>
              {t('list.emptyHint')}
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

function Filters({ clinicId, search, onSearch, from, to }: Props & { from: string; to: string }) {
  const { t } = useTranslation('appointments');
  const doctors = useStaff(clinicId, 'doctors');
  const set = (change: ListSearch) => onSearch({ ...search, ...change });
  return (
    <Group align="flex-end" gap="sm" role="search" aria-label={t('list.filters')}>
      <TextInput type="date" label={t('list.from')} value={from} onChange={({ currentTarget }) => set({ from: currentTarget.value || undefined })} />
      <TextInput type="date" label={t('list.to')} value={to} min={from} onChange={({ currentTarget }) => set({ to: currentTarget.value || undefined })} />
      <NativeSelect
        label={t('doctor')}
        value={search.doctorId ?? ''}
        onChange={({ currentTarget }) => set({ doctorId: currentTarget.value || undefined })}
        data={[{ value: '', label: t('list.allDoctors') }, ...(doctors.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        label={t('list.status')}
        value={search.status ?? ''}
        onChange={({ currentTarget }) => set({ status: appointmentStatuses.find((known) => known === currentTarget.value) })}
        data={[{ value: '', label: t('list.allStatuses') }, ...appointmentStatuses.map((status) => ({ value: status, label: t(`status.${status}`) }))]}
      />
    </Group>
  );
}
