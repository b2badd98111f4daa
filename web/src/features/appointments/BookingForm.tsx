import { NativeSelect, Stack } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBookAppointment } from '@/lib/api/appointments/bookAppointment';
import type { Service, Slot, StaffMember } from '@/lib/api/types';
import type { BookPageProps } from './BookPage';
import { BookingSummary } from './BookingSummary';
import { PatientChoice } from './PatientChoice';
import { ServiceChoice } from './ServiceChoice';
import { SlotPicker } from './SlotPicker';
import { Step } from './Step';

interface Props extends BookPageProps {
  services: Service[];
  doctors: StaffMember[];
}

/** Service, doctor, time, patient: each choice opens the next. */
export function BookingForm({ clinicId, search, onSearch, onBooked, newPatient, services, doctors }: Props) {
  const { t } = useTranslation('appointments');
  const [slot, setSlot] = useState<Slot>();
  const [patient, setPatient] = useState<{ id: string; name: string }>();
  const book = useBookAppointment(clinicId);
  const confirm = useRef<HTMLDivElement>(null);
  const service = services.find(({ id }) => id === search.serviceId);
  const offered = doctors.filter(({ id }) => service?.doctorIds.includes(id));
  const doctorId = offered.some(({ id }) => id === search.doctorId) ? search.doctorId : undefined;
  const nameOf = (id: string) => doctors.find((doctor) => doctor.id === id)?.name ?? '';

  const choose = (chosen: Slot | undefined) => {
    setSlot(chosen);
    book.reset();
  };
  const narrow = (change: { serviceId?: string; doctorId?: string }) => {
    choose(undefined);
    onSearch({ ...search, ...change });
  };
  const submit = () => {
    if (!service || !slot || !patient) return;
    const booking = { serviceId: service.id, doctorId: slot.doctorId, patientId: patient.id, start: slot.start };
    book.mutate(booking, { onSuccess: ({ id }) => onBooked(id) });
  };
  useEffect(() => {
    if (patient && slot) confirm.current?.scrollIntoView?.({ block: 'nearest' });
  }, [patient, slot]);

  return (
    <Stack gap="lg">
      <Step number={1} title={t('book.service')}>
        <ServiceChoice services={services} chosen={service?.id} onChoose={(serviceId) => narrow({ serviceId, doctorId: undefined })} />
      </Step>
      {service && (
        <Step number={2} title={t('book.time')}>
          <NativeSelect
            label={t('doctor')}
            value={doctorId ?? ''}
            maw={360}
            mb="lg"
            onChange={({ currentTarget }) => narrow({ doctorId: currentTarget.value || undefined })}
            data={[{ value: '', label: t('book.anyDoctor') }, ...offered.map(({ id, name }) => ({ value: id, label: name }))]}
          />
          <SlotPicker key={`${service.id} ${doctorId}`} {...{ clinicId, doctorId }} serviceId={service.id} chosen={slot?.start} onChoose={choose} />
        </Step>
      )}
      {slot && (
        <Step number={3} title={t('book.patient')}>
          <PatientChoice {...{ clinicId, newPatient }} chosen={patient} onChoose={setPatient} preferredId={search.patientId} />
        </Step>
      )}
      {service && slot && patient && (
        <div ref={confirm}>
          <BookingSummary {...{ clinicId, service, slot, patient }} doctorName={nameOf(slot.doctorId)} onConfirm={submit} booking={book} onChoose={choose} />
        </div>
      )}
    </Stack>
  );
}
