import { NativeSelect, Stack } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBookAppointment } from '@/lib/api/appointments/bookAppointment';
import { isTaken } from '@/lib/api/problem';
import type { Service, Slot, StaffMember } from '@/lib/api/types';
import type { BookPageProps } from './BookPage';
import { BookingSummary } from './BookingSummary';
import { HoldExpired, HoldNote } from './HoldNote';
import { NextFree } from './NextFree';
import { PatientChoice } from './PatientChoice';
import { ServiceChoice } from './ServiceChoice';
import { SlotPicker } from './SlotPicker';
import { Step } from './Step';
import { useHold } from './useHold';

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

  const hold = useHold(clinicId);
  const [expired, setExpired] = useState(false);

  const choose = (chosen: Slot) => {
    setSlot(chosen);
    setExpired(false);
    book.reset();
    if (service) hold.take(service.id, chosen);
  };
  const narrow = (change: { serviceId?: string; doctorId?: string }) => {
    setSlot(undefined);
    setExpired(false);
    book.reset();
    hold.giveBack();
    onSearch({ ...search, ...change });
  };
  const { giveBack } = hold;
  const expire = useCallback(() => {
    giveBack();
    setSlot(undefined);
    setExpired(true);
  }, [giveBack]);
  const submit = (override?: { reason: string }) => {
    if (!service || !slot || !patient) return;
    const booking = { serviceId: service.id, doctorId: slot.doctorId, patientId: patient.id, start: slot.start };
    book.mutate(
      { ...booking, ...(hold.hold && { holdId: hold.hold.id }), ...(override && { override }) },
      {
        onSuccess: ({ id }) => {
          hold.used();
          onBooked(id);
        },
      },
    );
  };
  // Taken by somebody else in the very moment; every other refusal is said again, and better, when it is booked.
  const lost = isTaken(hold.failure) ? hold.failure : null;
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
          <SlotPicker key={`${service.id} ${doctorId}`} {...{ clinicId, doctorId }} serviceId={service.id} chosen={slot} onChoose={choose} />
          {hold.hold && <HoldNote key={hold.hold.id} hold={hold.hold} onExpired={expire} />}
          {expired && <HoldExpired />}
          <NextFree clinicId={clinicId} failure={lost} onChoose={choose} />
        </Step>
      )}
      {slot && (
        <Step number={3} title={t('book.patient')}>
          <PatientChoice {...{ clinicId, newPatient }} chosen={patient} onChoose={setPatient} preferredId={search.patientId} />
        </Step>
      )}
      {service && slot && patient && (
        <div ref={confirm}>
          <BookingSummary {...{ clinicId, service, slot, patient }} doctorName={nameOf(slot.doctorId)} onConfirm={() => submit()} onOverride={(reason) => submit({ reason })} booking={{ error: book.error, isPending: book.isPending || hold.pending }} onChoose={choose} />
        </div>
      )}
    </Stack>
  );
}
