import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPrinter, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useGuide, useStepStates } from '@/lib/api/marketplace/guide';
import { useCheckReadiness } from '@/lib/api/marketplace/readiness';
import type { PublishingGuide, StepState, StepStates, ZoomAppKind } from '@/lib/api/types';
import { browserZone, useTimes } from '@/lib/times';
import type { GuideSearch } from './guideSearch';
import { PublishFrame } from './PublishFrame';
import { ReviewQuestion } from './ReviewQuestion';
import { StepCard } from './StepCard';

interface Props {
  clinicId?: string;
  search: GuideSearch;
  onSearch: (search: GuideSearch) => void;
}

/** The way through Zoom's submission, step by step. */
export function GuidePage({ clinicId, search, onSearch }: Props) {
  const { t } = useTranslation('publish');
  const kind = search.kind ?? 'GENERAL';
  const guide = useGuide(kind, clinicId);
  const states = useStepStates(kind, clinicId);
  const check = useCheckReadiness(clinicId);
  return (
    <PublishFrame
      clinicId={clinicId}
      screen="guide"
      actions={
        <Button variant="default" data-screen-only leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <SegmentedControl
        data-screen-only
        aria-label={t('kind.label')}
        value={kind}
        onChange={(chosen) => onSearch({ kind: chosen === 'GENERAL' ? undefined : (chosen as ZoomAppKind) })}
        data={[
          { value: 'GENERAL', label: t('kind.GENERAL') },
          { value: 'SERVER_TO_SERVER', label: t('kind.SERVER_TO_SERVER') },
        ]}
      />
      <Group justify="space-between">
        <div role="status">{check.isPending ? <Text>{t('states.looking')}</Text> : states.data && <Standing states={states.data} />}</div>
        <Button
          variant="subtle"
          data-screen-only
          leftSection={<IconRefresh size={18} aria-hidden />}
          loading={check.isPending}
          onClick={() => check.mutate()}
        >
          {t('states.check')}
        </Button>
      </Group>
      <ProblemAlert failure={states.error ?? check.error} />
      <Loaded query={guide}>{(shown) => <Steps key={kind} guide={shown} states={states.data?.items ?? []} {...{ clinicId, kind, search, onSearch }} />}</Loaded>
    </PublishFrame>
  );
}

/** How much is not ready, and as of when. */
function Standing({ states: { checkedAt, items } }: { states: StepStates }) {
  const { t } = useTranslation('publish');
  const times = useTimes(browserZone());
  return (
    <>
      {items.length > 0 && <Text>{t('states.red', { count: items.filter(({ state }) => state === 'RED').length })}</Text>}
      <Text size="sm" c="dimmed">
        {checkedAt ? t('states.checkedAt', { time: times.dateTime(checkedAt) }) : t('states.never')}
      </Text>
    </>
  );
}

interface StepsProps extends Props {
  kind: ZoomAppKind;
  guide: PublishingGuide;
  states: StepState[];
}

function Steps({ clinicId, kind, guide, states, search, onSearch }: StepsProps) {
  const { t } = useTranslation('publish');
  const unfinished = guide.steps.find(({ tasks }) => tasks.some(({ doneAt }) => !doneAt))?.id;
  const [open, setOpen] = useState([search.step ?? (guide.answer ? (unfinished ?? 'review') : 'review')]);
  const toggle = (id: string) => {
    const opening = !open.includes(id);
    setOpen(opening ? [...open, id] : open.filter((other) => other !== id));
    onSearch({ ...search, step: opening ? id : undefined });
  };
  return (
    <Stack gap="sm">
      {kind === 'GENERAL' && guide.answer?.ownAccount && <Alert color="sky">{t('review.notNeeded')}</Alert>}
      {guide.steps.map((step) => (
        <StepCard
          key={step.id}
          {...{ clinicId, kind, step }}
          state={states.find((state) => state.step === step.id)}
          open={open.includes(step.id)}
          target={search.step === step.id}
          onToggle={() => toggle(step.id)}
        >
          {step.id === 'review' && <ReviewQuestion clinicId={clinicId} answer={guide.answer} />}
        </StepCard>
      ))}
    </Stack>
  );
}
