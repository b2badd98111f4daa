import { Button, Stack, Text } from '@mantine/core';
import { IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { Visit } from '@/lib/api/types';
import { useJoinVisit } from '@/lib/api/visits/joinVisit';
import { leaveFor } from '@/lib/outside';
import classes from './JoinPanel.module.css';
import type { VisitState } from './visitState';
import { ClinicContact, FallbackNote } from './WaysToReach';

interface Props {
  token: string;
  visit: Visit;
  state: VisitState;
  now: number;
  /** When joining opens, as the reader writes it. */
  opens: string;
}

/** One sentence on where the visit stands, spoken when it changes, and the button when its time has come. */
export function JoinPanel({ token, visit, state, now, opens }: Props) {
  const { t } = useTranslation('visits');
  const join = useJoinVisit(token);
  const started = visit.meeting?.status === 'STARTED';
  const key = state === 'open' && started ? 'started' : state;
  return (
    <Stack className={classes.panel} data-state={state} gap="md">
      <div role="status">
        <Text fw={650} size="lg">
          {t(`state.${key}.title`, { time: opens })}
        </Text>
        <Text>{t(`state.${key}.words`)}</Text>
      </div>
      {state === 'early' && <Countdown milliseconds={Date.parse(visit.joinOpensAt) - now} />}
      {state === 'preparing' && visit.fallback && <FallbackNote fallback={visit.fallback} />}
      {(state === 'cancelled' || state === 'over' || state === 'inPerson') && <ClinicContact contact={visit.contact} />}
      <ProblemAlert failure={join.error} />
      {state === 'open' && (
        <Button
          size="lg"
          fullWidth
          leftSection={<IconVideo size={22} aria-hidden />}
          loading={join.isPending || join.isSuccess}
          onClick={() => join.mutate(undefined, { onSuccess: ({ joinUrl }) => leaveFor(joinUrl) })}
        >
          {t('join')}
        </Button>
      )}
    </Stack>
  );
}

/** Silent for screen readers: the sentence above names the time. */
function Countdown({ milliseconds }: { milliseconds: number }) {
  const { t } = useTranslation('visits');
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  if (minutes > 24 * 60) return <Text c="dimmed">{t('inDays', { count: Math.round(minutes / (24 * 60)) })}</Text>;
  if (minutes > 90) return <Text c="dimmed">{t('inHours', { count: Math.round(minutes / 60) })}</Text>;
  return <Text c="dimmed">{t('inMinutes', { count: minutes })}</Text>;
}
