import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { ProblemAlert } from '@/components/ProblemAlert';
import { RowList } from '@/components/RowList';
import { StateBadge } from '@/components/StateBadge';
import { useChangeReviewerAccess } from '@/lib/api/reviewer/changeReviewerAccess';
import { useReviewerAccess } from '@/lib/api/reviewer/readReviewerAccess';
import type { ReviewerAccess } from '@/lib/api/types';
import { browserZone, useTimes } from '@/lib/times';
import { ConfirmedStep } from './ConfirmedStep';
import { ReleaseNotesSection } from './ReleaseNotesSection';

const looks = {
  NO_ACCESS: { tone: 'plain', icon: IconInfoCircle },
  SIGN_IN_REFUSED: { tone: 'trouble', icon: IconCircleX },
  NO_VISIT: { tone: 'trouble', icon: IconCircleX },
  NO_LINK: { tone: 'attention', icon: IconAlertTriangle },
  JOINABLE: { tone: 'good', icon: IconCircleCheck },
} as const;

/** Whether reviewers are let in, whether they get in, and what can be done about it. */
export function ReviewerAccessSections({ clinicId }: { clinicId?: string }) {
  const access = useReviewerAccess(clinicId);
  return (
    <Loaded query={access}>
      {(found) =>
        found.state === 'NO_ACCESS' ? (
          <Closed clinicId={clinicId} />
        ) : (
          <>
            <Open clinicId={clinicId} access={found} />
            <ReleaseNotesSection key={found.passwordsAt} clinicId={clinicId} />
          </>
        )
      }
    </Loaded>
  );
}

function Closed({ clinicId }: { clinicId?: string }) {
  const { t } = useTranslation('reviewer');
  const change = useChangeReviewerAccess(clinicId);
  return (
    <Paper p="lg">
      <Stack align="flex-start">
        <Text>{t('closed.words')}</Text>
        <Text>{t('closed.sealed')}</Text>
        <ProblemAlert failure={change.error} />
        <Button loading={change.isPending} onClick={() => change.mutate('open')}>
          {t('closed.open')}
        </Button>
      </Stack>
    </Paper>
  );
}

function Open({ clinicId, access }: { clinicId?: string; access: ReviewerAccess }) {
  const { t } = useTranslation('reviewer');
  const { dateTime } = useTimes(browserZone());
  const change = useChangeReviewerAccess(clinicId);
  const { state, people, openedAt } = access;
  return (
    <Paper p="lg">
      <Stack>
        <Group justify="space-between">
          <Text fw={650}>{openedAt && t('open.since', { when: dateTime(openedAt) })}</Text>
          <StateBadge {...looks[state]}>{t(`state.${state}`)}</StateBadge>
        </Group>
        {state !== 'JOINABLE' && state !== 'NO_ACCESS' && (
          <Alert color={state === 'NO_LINK' ? 'sky' : 'brick'} icon={<IconInfoCircle aria-hidden />} title={t(`state.${state}`)}>
            {t(`remedy.${state}`)}
          </Alert>
        )}
        <RowList>
          {people.map(({ person, email, lastSignedInAt }) => (
            <Stack component="li" key={person} gap={2}>
              <Text fw={650}>{t(`person.${person}`)}</Text>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {email}
              </Text>
              <Text size="sm" c="dimmed">
                {lastSignedInAt ? t('open.lastSignIn', { when: dateTime(lastSignedInAt) }) : t('open.neverSignedIn')}
              </Text>
            </Stack>
          ))}
        </RowList>
        <ProblemAlert failure={change.error} />
        <Group>
          {state === 'NO_VISIT' && (
            <Button variant="default" loading={change.isPending} onClick={() => change.mutate('open')}>
              {t('open.again')}
            </Button>
          )}
          <ConfirmedStep clinicId={clinicId} step="renew" />
          <ConfirmedStep clinicId={clinicId} step="withdraw" />
        </Group>
      </Stack>
    </Paper>
  );
}
