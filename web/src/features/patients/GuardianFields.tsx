import { Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type GuardianValues, noGuardian } from './details';
import { FindPatient } from './FindPatient';

interface Props {
  clinicId: string;
  /** Whose guardians these are, if there is a record already: nobody is their own. */
  patientId?: string;
  guardians: GuardianValues[];
  onChange: (guardians: GuardianValues[]) => void;
}

/** Who speaks for the patient: records of this clinic, or contacts that are written down here. */
export function GuardianFields({ clinicId, patientId, guardians, onChange }: Props) {
  const { t } = useTranslation('patients');
  const [finding, setFinding] = useState(false);
  const set = (place: number, change: Partial<GuardianValues>) => onChange(guardians.map((it, i) => (i === place ? { ...it, ...change } : it)));
  return (
    <Fieldset legend={t('guardian.title')}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('guardian.hint')}
        </Text>
        {guardians.map((guardian, place) => (
          <Stack key={place} gap="xs" role="group" aria-label={t('guardian.number', { number: place + 1 })}>
            {guardian.patientId ? (
              <Text fw={650}>{guardian.name}</Text>
            ) : (
              <>
                <TextInput label={t('name')} value={guardian.name} required onChange={({ currentTarget: { value } }) => set(place, { name: value })} />
                <TextInput label={t('phone')} type="tel" value={guardian.phone} onChange={({ currentTarget: { value } }) => set(place, { phone: value })} />
                <TextInput label={t('email')} type="email" value={guardian.email} onChange={({ currentTarget: { value } }) => set(place, { email: value })} />
              </>
            )}
            <TextInput
              label={t('guardian.relationship')}
              value={guardian.relationship}
              onChange={({ currentTarget: { value } }) => set(place, { relationship: value })}
            />
            <Group>
              <Button variant="subtle" color="brick" size="sm" onClick={() => onChange(guardians.filter((_, i) => i !== place))}>
                {t('guardian.remove', { number: place + 1 })}
              </Button>
            </Group>
          </Stack>
        ))}
        {finding ? (
          <FindPatient
            clinicId={clinicId}
            except={patientId}
            label={t('guardian.find')}
            onChoose={({ id, name }) => {
              onChange([...guardians, { ...noGuardian, patientId: id, name }]);
              setFinding(false);
            }}
            onCancel={() => setFinding(false)}
          />
        ) : (
          <Group>
            <Button variant="default" size="sm" leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => onChange([...guardians, noGuardian])}>
              {t('guardian.add')}
            </Button>
            <Button variant="default" size="sm" onClick={() => setFinding(true)}>
              {t('guardian.addPatient')}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}
