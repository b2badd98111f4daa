import { Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useAnswerReview } from '@/lib/api/marketplace/guide';
import type { PublishingGuide } from '@/lib/api/types';
import { browserZone, useTimes } from '@/lib/times';

/** Whether Zoom has to review the app at all; the answer is kept. */
export function ReviewQuestion({ clinicId, answer }: { clinicId?: string; answer: PublishingGuide['answer'] }) {
  const { t } = useTranslation('publish');
  const times = useTimes(browserZone());
  const keep = useAnswerReview(clinicId);
  const ownAccount = keep.isPending ? keep.variables : answer?.ownAccount;
  const when = answer && times.dateTime(answer.answeredAt);
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('review.question')}
        value={ownAccount === undefined ? null : String(ownAccount)}
        onChange={(chosen) => keep.mutate(chosen === 'true')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="true" label={t('review.own')} />
          <Radio value="false" label={t('review.others')} />
        </Stack>
      </Radio.Group>
      <Text role="status">{ownAccount === undefined ? t('review.open') : t(ownAccount ? 'review.notNeeded' : 'review.needed')}</Text>
      {answer && (
        <Text size="sm" c="dimmed">
          {answer.answeredBy ? t('review.answeredBy', { name: answer.answeredBy, time: when }) : t('review.answered', { time: when })}
        </Text>
      )}
      <ProblemAlert failure={keep.error} />
    </Stack>
  );
}
