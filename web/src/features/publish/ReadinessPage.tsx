import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { ProblemAlert } from '@/components/ProblemAlert';
import { readinessJson, useCheckReadiness, useReadiness } from '@/lib/api/marketplace/readiness';
import type { ReadinessItem, ReadinessReport } from '@/lib/api/types';
import { browserZone, useTimes } from '@/lib/times';
import { ReadinessList } from './ReadinessList';

interface Props {
  clinicId?: string;
  /** The ways to the other screens of publishing. */
  ways?: ReactNode;
}

const count = (items: ReadinessItem[]) => {
  const of = (state: ReadinessItem['state']) => items.filter((item) => item.state === state).length;
  return { red: of('RED'), amber: of('AMBER'), green: of('GREEN') };
};

/** How ready the Zoom app of a clinic is for its review, or the installation's: the latest look at once, and a new one on demand. */
export function ReadinessPage({ clinicId, ways }: Props) {
  const { t } = useTranslation(['readiness', 'publish']);
  const report = useReadiness(clinicId);
  const check = useCheckReadiness(clinicId);
  const actions = (
    <Button loading={check.isPending} onClick={() => check.mutate()}>
      {t('check')}
    </Button>
  );
  return (
    <Page title={t(clinicId ? 'title' : 'installationTitle')} lead={t('lead')} actions={actions}>
      {ways && <nav aria-label={t('publish:screens')}>{ways}</nav>}
      <ProblemAlert failure={check.error} />
      <div role="status">
        {check.isPending && <Text>{t('checking')}</Text>}
        {check.isSuccess && <Text>{t('done', count(check.data.items))}</Text>}
      </div>
      <Loaded query={report}>{(latest) => <Report report={latest} json={readinessJson(clinicId)} />}</Loaded>
    </Page>
  );
}

function Report({ report: { checkedAt, items }, json }: { report: ReadinessReport; json: string }) {
  const { t } = useTranslation('readiness');
  const times = useTimes(browserZone());
  if (!checkedAt) {
    return (
      <Empty icon={<IconCircleCheck size={40} stroke={1.4} aria-hidden />} title={t('none')}>
        {t('noneHint')}
      </Empty>
    );
  }
  return (
    <Stack>
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={600}>{t('counts', count(items))}</Text>
          <Text size="sm" c="dimmed">
            {t('checkedAt', { time: times.dateTime(checkedAt) })}
          </Text>
        </div>
        <Button component="a" href={json} target="_blank" rel="noreferrer" variant="default">
          {t('json')}
        </Button>
      </Group>
      <ReadinessList items={items} />
    </Stack>
  );
}
