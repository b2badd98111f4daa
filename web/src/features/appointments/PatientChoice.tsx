import { useEffect } from 'react';
import { useMe } from '@/lib/api/clinics/readMe';
import type { BookPageProps } from './BookPage';
import { PatientCards } from './PatientCards';
import { PatientSearch } from './PatientSearch';

export interface ChosenPatient {
  id: string;
  name: string;
}

interface Props {
  clinicId: string;
  newPatient: BookPageProps['newPatient'];
  chosen?: ChosenPatient;
  onChoose: (patient: ChosenPatient | undefined) => void;
  preferredId?: string;
}

/** Staff look a patient up; patients choose among themselves and those they care for. */
export function PatientChoice({ clinicId, newPatient, chosen, onChoose, preferredId }: Props) {
  const me = useMe(clinicId);
  const preferred = me.patients.find(({ id }) => id === preferredId) ?? (me.patients.length === 1 ? me.patients[0] : undefined);
  const preset = !me.staff && !chosen ? preferred : undefined;
  useEffect(() => {
    if (preset) onChoose(preset);
  }, [preset, onChoose]);

  if (me.staff) return <PatientSearch {...{ clinicId, newPatient, chosen, onChoose }} />;
  return <PatientCards patients={me.patients} chosen={chosen} onChoose={onChoose} />;
}
