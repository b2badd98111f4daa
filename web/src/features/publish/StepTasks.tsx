import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useMarkTask } from '@/lib/api/marketplace/guide';
import type { GuideStep, ZoomAppKind } from '@/lib/api/types';
import { browserZone, useTimes } from '@/lib/times';
import classes from './publish.module.css';

interface Props {
  clinicId?: string;
  kind: ZoomAppKind;
  step: GuideStep;
}

/** What is to be done in a step, each with its mark: kept for all who work on it, and taken back by the same press. */
export function StepTasks({ clinicId, kind, step }: Props) {
  const { t } = useTranslation('publish');
  const times = useTimes(browserZone());
  const mark = useMarkTask(kind, clinicId);
  return (
    <>
      <ul className={classes.list}>
        {step.tasks.map(({ id, text, doneBy, doneAt }) => {
          const asked = mark.isPending && mark.variables.task === id ? mark.variables.done : undefined;
          const when = doneAt && times.dateTime(doneAt);
          return (
            <li key={id}>
              <Checkbox
                label={text}
                description={when && (doneBy ? t('task.doneBy', { name: doneBy, time: when }) : t('task.done', { time: when }))}
                checked={asked ?? doneAt !== undefined}
                onChange={({ currentTarget }) => mark.mutate({ step: step.id, task: id, done: currentTarget.checked })}
              />
            </li>
          );
        })}
      </ul>
      <ProblemAlert failure={mark.error} />
    </>
  );
}
