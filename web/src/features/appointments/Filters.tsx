import { Button, Group, MultiSelect, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/clinics/readMe';
import { useServices } from '@/lib/api/services/listServices';
import { useStaff } from '@/lib/api/staff/listStaff';
import type { AppointmentsPageProps } from './AppointmentsPage';
import { appointmentStatuses, type ListSearch, modes, type View } from './appointmentSearch';
import { listDays } from './range';
import { useReaderTimes } from './useReaderTimes';

/** Nothing chosen leaves nothing out. On a phone, what narrows the list waits behind a button, unless something does. */
export function Filters({ clinicId, search, onSearch, view }: AppointmentsPageProps & { view: View }) {
  const { t } = useTranslation('appointments');
  const times = useReaderTimes(clinicId);
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const { view: _view, day: _day, query: _query, ...narrowing } = search;
  const [all, setAll] = useState(Object.keys(narrowing).length > 0);
  const { from } = listDays(search, times.clinicZone);
  return (
    <Stack gap="xs" data-screen-only>
      <Group align="flex-end" gap="sm" role="search" aria-label={t('list.filters')}>
        {view === 'list' && <Words value={search.query} onChange={(query) => onSearch({ ...search, query }, true)} />}
        {phone && (
          <Button variant="subtle" leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />} aria-expanded={all} onClick={() => setAll(!all)}>
            {t('list.filters')}
          </Button>
        )}
        {(all || !phone) && <Narrowing {...{ clinicId, search, onSearch, view }} />}
      </Group>
      {view === 'list' && search.query && !from && (
        <Text size="sm" c="dimmed">
          {t('list.lookedBack')}
        </Text>
      )}
    </Stack>
  );
}

function Narrowing({ clinicId, search, onSearch, view }: AppointmentsPageProps & { view: View }) {
  const { t } = useTranslation(['appointments', 'common']);
  const me = useMe(clinicId);
  const times = useReaderTimes(clinicId);
  const services = useServices(clinicId);
  const { from, to } = listDays(search, times.clinicZone);
  const set = (change: ListSearch) => onSearch({ ...search, ...change });
  const seesOthers = !me.doctorId || me.administrator || me.roles.some((role) => role === 'CLINIC_ADMIN' || role === 'RECEPTIONIST');
  const some = <T,>(values: T[]) => (values.length > 0 ? values : undefined);
  return (
    <>
      {view === 'list' && (
        <>
          <TextInput type="date" label={t('list.from')} value={from ?? ''} onChange={({ currentTarget }) => set({ from: currentTarget.value || undefined })} />
          <TextInput type="date" label={t('list.to')} value={to ?? ''} min={from} onChange={({ currentTarget }) => set({ to: currentTarget.value || undefined })} />
        </>
      )}
      {seesOthers && <DoctorFilter clinicId={clinicId} chosen={search.doctorId} onChoose={(doctorId) => set({ doctorId: some(doctorId) })} />}
      <MultiSelect
        miw={180}
        label={t('list.status')}
        placeholder={search.status ? undefined : t('list.allStatuses')}
        value={search.status ?? []}
        onChange={(chosen) => set({ status: some(appointmentStatuses.filter((known) => chosen.includes(known))) })}
        data={appointmentStatuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
      />
      <NativeSelect
        label={t('service')}
        value={search.serviceId ?? ''}
        onChange={({ currentTarget }) => set({ serviceId: currentTarget.value || undefined })}
        data={[{ value: '', label: t('list.allStatuses') }, ...(services.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        label={t('list.mode')}
        value={search.mode ?? ''}
        onChange={({ currentTarget }) => set({ mode: modes.find((known) => known === currentTarget.value) })}
        data={[{ value: '', label: t('list.allStatuses') }, ...modes.map((mode) => ({ value: mode, label: t(`common:mode.${mode}`) }))]}
      />
    </>
  );
}

function DoctorFilter({ clinicId, chosen, onChoose }: { clinicId: string; chosen?: string[]; onChoose: (ids: string[]) => void }) {
  const { t } = useTranslation('appointments');
  const doctors = useStaff(clinicId, 'doctors');
  return (
    <MultiSelect
      miw={200}
      label={t('doctor')}
      placeholder={chosen ? undefined : t('list.allDoctors')}
      value={chosen ?? []}
      onChange={onChoose}
      data={(doctors.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function Words({ value = '', onChange }: { value?: string; onChange: (words?: string) => void }) {
  const { t } = useTranslation('appointments');
  const [typed, setTyped] = useState(value);
  const search = useDebouncedCallback((words: string) => onChange(words || undefined), 300);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextInput
      type="search"
      flex={1}
      miw={220}
      maxLength={200}
      label={t('list.words')}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        search(currentTarget.value);
      }}
    />
  );
}
