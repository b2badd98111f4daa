import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { useMe } from '@/lib/api/clinics/readMe';
import { usePatients } from '@/lib/api/patients/listPatients';
import { useServices } from '@/lib/api/services/listServices';
import { useStaff } from '@/lib/api/staff/listStaff';
import { useJoinWaitingList } from '@/lib/api/waiting/waitingList';
import { addDays, dayIn } from '@/lib/times';

interface Props {
  clinicId: string;
  zone: string;
  onDone: () => void;
}

/** Four weeks from today, unless somebody wishes for other dates. */
const USUAL_DAYS = 28;

export function JoinWaitingList({ clinicId, zone, onDone }: Props) {
  const { t } = useTranslation('waiting');
  const me = useMe(clinicId);
  const services = useServices(clinicId).data?.items ?? [];
  const doctors = useStaff(clinicId, 'doctors').data?.items ?? [];
  const join = useJoinWaitingList(clinicId);
  const today = dayIn(zone, new Date());
  const [timed, setTimed] = useState(false);
  const form = useFields(
    { patientId: me.patients[0]?.id ?? '', serviceId: '', doctorId: '', firstDate: today, lastDate: addDays(today, USUAL_DAYS), fromTime: '08:00', toTime: '12:00' },
    join.error,
  );
  const { patientId, serviceId, doctorId, firstDate, lastDate, fromTime, toTime } = form.values;
  const offering = services.find(({ id }) => id === serviceId)?.doctorIds ?? [];
  const submit = () =>
    join.mutate({ patientId, serviceId, firstDate, lastDate, ...(doctorId && { doctorId }), ...(timed && { fromTime, toTime }) }, { onSuccess: onDone });
  const options = (known: { id: string; name: string }[], none: string) => [{ value: '', label: none }, ...known.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <Form
      onSubmit={submit}
      failure={join.error}
      fields={form.names}
      actions={
        <Group justify="flex-end">
          <Button type="submit" loading={join.isPending}>
            {t('submit')}
          </Button>
        </Group>
      }
    >
      {me.staff ? (
        <FindPatient clinicId={clinicId} value={patientId} onChange={(id) => form.set('patientId', id)} error={form.errorOf('patientId')} />
      ) : (
        me.patients.length > 1 && <NativeSelect {...form.field('patientId')} label={t('patient')} required data={options(me.patients, t('choose'))} />
      )}
      <NativeSelect {...form.field('serviceId')} label={t('service')} required data={options(services, t('choose'))} />
      <NativeSelect
        {...form.field('doctorId')}
        label={t('doctor')}
        data={options(
          doctors.filter(({ id }) => offering.includes(id)),
          t('anyDoctor'),
        )}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput {...form.field('firstDate')} type="date" label={t('firstDate')} required min={today} />
        <TextInput {...form.field('lastDate')} type="date" label={t('lastDate')} required min={firstDate} />
      </SimpleGrid>
      <Checkbox label={t('times')} checked={timed} onChange={({ currentTarget }) => setTimed(currentTarget.checked)} />
      {timed && (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput {...form.field('fromTime')} type="time" label={t('fromTime')} required />
            <TextInput {...form.field('toTime')} type="time" label={t('toTime')} required />
          </SimpleGrid>
          <Text size="sm" c="dimmed">
            {t('timesIn', { zone })}
          </Text>
        </>
      )}
    </Form>
  );
}

interface FindProps {
  clinicId: string;
  value: string;
  onChange: (id: string) => void;
  error?: string;
}

/** A search beside a list of what it found: both work by keyboard and on a phone. */
function FindPatient({ clinicId, value, onChange, error }: FindProps) {
  const { t } = useTranslation('waiting');
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim(), 250);
  const found = usePatients(clinicId, query).data?.pages.flatMap((page) => page.items) ?? [];
  const label = ({ name, email, phone }: (typeof found)[number]) => [name, email ?? phone].filter(Boolean).join(' · ');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput type="search" label={t('findPatient')} value={typed} onChange={({ currentTarget }) => setTyped(currentTarget.value)} data-autofocus />
      <NativeSelect
        label={t('patient')}
        required
        error={error}
        value={found.some(({ id }) => id === value) ? value : ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        data={[{ value: '', label: t('choose') }, ...found.map((patient) => ({ value: patient.id, label: label(patient) }))]}
      />
    </SimpleGrid>
  );
}
