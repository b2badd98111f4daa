import type { Guardian, Patient, PatientChange, PatientDetails } from '@/lib/api/types';

/** A record's own fields as a form holds them. */
export const fieldsOf = (patient?: Patient) => ({
  name: patient?.name ?? '',
  email: patient?.email ?? '',
  phone: patient?.phone ?? '',
  birthDate: patient?.birthDate ?? '',
  timeZone: patient?.timeZone ?? '',
  language: patient?.language ?? '',
});

export type PatientValues = ReturnType<typeof fieldsOf>;

/** A guardian as the form holds it: all texts, and whose record it is if it is one. */
export interface GuardianValues {
  patientId?: string;
  name: string;
  relationship: string;
  phone: string;
  email: string;
}

export const noGuardian: GuardianValues = { name: '', relationship: '', phone: '', email: '' };

export const guardianValues = ({ patientId, name = '', relationship = '', phone = '', email = '' }: Guardian): GuardianValues => ({
  patientId,
  name,
  relationship,
  phone,
  email,
});

const filled = (text: string) => text.trim() || undefined;

/** What is sent of a guardian; of another record its id says all. */
export const guardianOf = ({ patientId, name, relationship, phone, email }: GuardianValues): Guardian =>
  patientId
    ? { patientId, relationship: filled(relationship) }
    : { name: filled(name), relationship: filled(relationship), phone: filled(phone), email: filled(email) };

export const detailsOf = (values: PatientValues, guardians: GuardianValues[]): PatientDetails => ({
  name: values.name.trim(),
  email: filled(values.email),
  phone: filled(values.phone),
  birthDate: filled(values.birthDate),
  timeZone: filled(values.timeZone),
  language: filled(values.language),
  guardians: guardians.length > 0 ? guardians.map(guardianOf) : undefined,
});

/** Only what differs is sent: an empty text empties a field. */
export function changeOf(patient: Patient, values: PatientValues, guardians: GuardianValues[]): PatientChange {
  const before = fieldsOf(patient);
  const change: PatientChange = {};
  for (const name of Object.keys(before) as (keyof PatientValues)[]) {
    const now = values[name].trim();
    if (now !== before[name]) change[name] = now;
  }
  const speakers = guardians.map(guardianOf);
  if (JSON.stringify(speakers) !== JSON.stringify(patient.guardians.map(guardianValues).map(guardianOf))) change.guardians = speakers;
  return change;
}

/** Nobody else has to be given to reach this person. */
export const isReached = ({ email, phone }: PatientValues, guardians: GuardianValues[]) =>
  Boolean(email.trim() || phone.trim() || guardians.some((guardian) => guardian.patientId || guardian.phone.trim() || guardian.email.trim()));
