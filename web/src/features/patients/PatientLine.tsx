import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '@/lib/api/types';
import { useTimes } from '@/lib/times';

/** A patient in two lines: the name, and what tells people of one name apart. */
export function PatientLine({ patient, name }: { patient: Patient; name?: ReactNode }) {
  const { t } = useTranslation('patients');
  const { fullDay } = useTimes('UTC');
  const { birthDate, email, phone, guardians } = patient;
  const through = !email && !phone && guardians[0]?.name ? t('through', { name: guardians[0].name }) : undefined;
  return (
    <div>
      {name ?? <Text fw={650}>{patient.name}</Text>}
      <Text size="sm" c="dimmed">
        {[birthDate && t('bornOn', { date: fullDay(birthDate) }), email, phone, through].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}
