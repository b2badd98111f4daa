import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { FailureLike } from '@/components/problemWords';
import { RowList } from '@/components/RowList';
import type { SimilarPatient } from '@/lib/api/types';
import { PatientLine } from './PatientLine';

interface Props {
  found: SimilarPatient[];
  onChoose: (patient: { id: string; name: string }) => void;
  onAdd: () => void;
  adding: boolean;
  onBack: () => void;
  failure?: FailureLike;
}

/** Is it one of these? Asked before a second record of one person is made. */
export function SimilarPatients({ found, onChoose, onAdd, adding, onBack, failure }: Props) {
  const { t } = useTranslation('patients');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack>
      <Title order={2} size="h3" ref={heading} tabIndex={-1}>
        {t('similar.title')}
      </Title>
      <RowList>
        {found.map(({ patient, likeness }) => (
          <Group component="li" key={patient.id} justify="space-between">
            <div>
              <PatientLine patient={patient} />
              <Text size="sm">{t(`likeness.${likeness}`)}</Text>
            </div>
            <Button variant="default" size="sm" onClick={() => onChoose(patient)} aria-label={t('similar.useNamed', { name: patient.name })}>
              {t('similar.use')}
            </Button>
          </Group>
        ))}
      </RowList>
      <ProblemAlert failure={failure} />
      <Group>
        <Button onClick={onAdd} loading={adding}>
          {t('similar.add')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('similar.back')}
        </Button>
      </Group>
    </Stack>
  );
}
