import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AffectedVisit } from '@/lib/api/types';
import { type Choices, colleaguesOf, restCancelled, restToDoctor, restToNextFree } from './absenceChoices';

interface Props {
  visits: AffectedVisit[];
  choices: Choices;
  onChoices: (choices: Choices) => void;
}

/** One choice for all that are not decided yet. */
export function BulkChoices({ visits, choices, onChoices }: Props) {
  const { t } = useTranslation('absences');
  const colleagues = colleaguesOf(visits);
  const [chosen, setChosen] = useState('');
  const doctorId = chosen || colleagues[0]?.id;
  return (
    <Group align="flex-end" role="group" aria-label={t('bulk.title')}>
      {doctorId && (
        <>
          <NativeSelect
            label={t('bulk.doctor')}
            value={doctorId}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button variant="outline" onClick={() => onChoices(restToDoctor(visits, choices, doctorId))}>
            {t('bulk.toDoctor')}
          </Button>
        </>
      )}
      <Button variant="outline" onClick={() => onChoices(restToNextFree(visits, choices))}>
        {t('bulk.toNextFree')}
      </Button>
      <Button variant="outline" onClick={() => onChoices(restCancelled(visits, choices))}>
        {t('bulk.cancel')}
      </Button>
      <Button variant="subtle" onClick={() => onChoices({})}>
        {t('bulk.leave')}
      </Button>
    </Group>
  );
}
