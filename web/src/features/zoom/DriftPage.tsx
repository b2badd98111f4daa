import { Button, Stack, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { ProblemAlert } from '@/components/ProblemAlert';
import { Section } from '@/components/Section';
import { useClinic } from '@/lib/api/clinics/readClinic';
import { useCompareMeetings, useDrift } from '@/lib/api/meetings/drift';
import { useTimes } from '@/lib/times';
import { DriftRows } from './DriftRows';
import { InDoubt } from './InDoubt';

/** The clinic's meetings held against what Zoom has. */
export function DriftPage({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('zoom');
  const times = useTimes(useClinic(clinicId).timeZone);
  const report = useDrift(clinicId);
  const compare = useCompareMeetings(clinicId);
  const running = report.data?.comparisons.some(({ finishedAt }) => !finishedAt) ?? false;
  const run = (
    <Button loading={compare.isPending || running} onClick={() => compare.mutate()}>
      {t('drift.run')}
    </Button>
  );
  return (
    <Page title={t('drift.title')} lead={t('drift.lead')} actions={run}>
      <ProblemAlert failure={compare.error} />
      <Loaded query={report}>
        {({ comparisons, inDoubt }) => (
          <Stack gap="lg">
            <div role="status">{running && <Text>{t('drift.running', { count: comparisons[0]?.checked ?? 0 })}</Text>}</div>
            {comparisons.length === 0 && (
              <Empty icon={<IconArrowsExchange size={40} stroke={1.4} aria-hidden />} title={t('drift.none')}>
                {t('drift.noneHint')}
              </Empty>
            )}
            {comparisons.map((comparison) => (
              <Section
                key={comparison.startedAt}
                title={times.dateTime(comparison.startedAt)}
                lead={[
                  t(comparison.byHand ? 'drift.byHand' : 'drift.byNight'),
                  t('drift.checked', { count: comparison.checked }),
                  t('drift.differed', { count: comparison.findings.length }),
                ].join(' ')}
              >
                {comparison.findings.length > 0 && <DriftRows {...{ clinicId, times }} findings={comparison.findings} />}
              </Section>
            ))}
            <Section title={t('doubt.title')} lead={t('doubt.lead')}>
              {inDoubt.length === 0 ? <Text>{t('doubt.none')}</Text> : <InDoubt {...{ clinicId, times }} meetings={inDoubt} />}
            </Section>
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
