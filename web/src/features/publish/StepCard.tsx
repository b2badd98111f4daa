import { Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuideStep, StepState, ZoomAppKind } from '@/lib/api/types';
import { PasteValue } from './PasteValue';
import { PlaceLinks } from './PlaceLinks';
import { StepChecks } from './StepChecks';
import { StepStateBadge } from './StepStateBadge';
import { StepTasks } from './StepTasks';
import classes from './publish.module.css';

interface Props {
  clinicId?: string;
  kind: ZoomAppKind;
  step: GuideStep;
  state?: StepState;
  open: boolean;
  /** The address names this step: the page goes there. */
  target: boolean;
  onToggle: () => void;
  children?: ReactNode;
}

/** A step: closed its title and how it stands, open all that is to be done. On paper it is always open. */
export function StepCard({ clinicId, kind, step, state, open, target, onToggle, children }: Props) {
  const { t } = useTranslation('publish');
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  const done = step.tasks.filter(({ doneAt }) => doneAt).length;
  useEffect(() => {
    if (target) card.current?.scrollIntoView({ block: 'start' });
    // Only where the page begins: opening a step does not move it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return (
    <Paper component="section" aria-labelledby={`${id}-title`} p={0} ref={card} className={classes.step}>
      <UnstyledButton className={classes.head} aria-expanded={open} aria-controls={`${id}-panel`} aria-labelledby={`${id}-title ${id}-marks`} onClick={onToggle}>
        <span className={classes.number} aria-hidden>
          {step.number}
        </span>
        <Title order={2} size="h3" id={`${id}-title`}>
          {step.title}
        </Title>
        <span className={classes.marks} id={`${id}-marks`}>
          {step.tasks.length > 0 && (
            <Text span size="sm" c="dimmed">
              {t('task.count', { done, count: step.tasks.length })}
            </Text>
          )}
          {state && <StepStateBadge state={state.state} />}
        </span>
        <IconChevronDown size={20} aria-hidden className={classes.chevron} />
      </UnstyledButton>
      <div id={`${id}-panel`} className={classes.panel} hidden={!open}>
        <Stack>
          <Text>{step.lead}</Text>
          {children}
          <Part title={t('step.clicks')}>
            <ol className={classes.clicks}>
              {step.clicks.map((click) => (
                <li key={click}>{click}</li>
              ))}
            </ol>
          </Part>
          {step.values.length > 0 && (
            <Part title={t('step.values')}>
              <ul className={classes.list}>
                {step.values.map((value) => (
                  <PasteValue key={value.id} value={value} />
                ))}
              </ul>
            </Part>
          )}
          {state && (
            <Part title={t('step.checks')}>
              <StepChecks items={state.items} />
            </Part>
          )}
          {step.tasks.length > 0 && (
            <Part title={t('step.tasks')}>
              <StepTasks clinicId={clinicId} kind={kind} step={step} />
            </Part>
          )}
          <PlaceLinks clinicId={clinicId} places={step.places} />
        </Stack>
      </div>
    </Paper>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
