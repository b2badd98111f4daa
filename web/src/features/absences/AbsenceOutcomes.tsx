import { Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/Section';
import { StateBadge } from '@/components/StateBadge';
import { useClinic } from '@/lib/api/clinics/readClinic';
import type { AbsenceOutcome, AffectedVisit } from '@/lib/api/types';
import { useTimes } from '@/lib/times';
import { Arrival } from './Arrival';

interface Props {
  clinicId: string;
  visits: AffectedVisit[];
  outcomes: AbsenceOutcome[];
  noted: boolean;
  onAgain: () => void;
}

/** What became of each visit, and the way on for what is still open. */
export function AbsenceOutcomes({ clinicId, visits, outcomes, noted, onAgain }: Props) {
  const { t } = useTranslation('absences');
  const { timeZone } = useClinic(clinicId);
  const times = useTimes(timeZone);
  const open = outcomes.filter(({ result }) => result !== 'DONE').length;
  const left = visits.length - outcomes.length;
  return (
    <Arrival>
      <Section title={t('outcome.title')} lead={noted ? t('outcome.noted') : t('outcome.lead')}>
        <div role="status">
          <Text>{t('outcome.done', { count: outcomes.length - open })}</Text>
          {open > 0 && <Text fw={650}>{t('outcome.open', { count: open })}</Text>}
          {left > 0 && <Text>{t('outcome.left', { count: left })}</Text>}
        </div>
        {outcomes.length > 0 && (
          <List listStyleType="none" spacing="sm">
            {outcomes.map(({ appointmentId, result, why }) => {
              const visit = visits.find(({ id }) => id === appointmentId);
              return (
                <List.Item key={appointmentId}>
                  <Group gap="sm">
                    <StateBadge tone={result === 'DONE' ? 'good' : 'attention'} icon={result === 'DONE' ? IconCircleCheck : IconAlertTriangle}>
                      {t(`result.${result}.title`)}
                    </StateBadge>
                    <span>{visit && t('outcome.visit', { when: times.dateTime(visit.start), patient: visit.patientName })}</span>
                  </Group>
                  {result !== 'DONE' && (
                    <Text size="sm" c="dimmed">
                      {why ? t('result.why', { why }) : t(`result.${result}.words`)}
                    </Text>
                  )}
                </List.Item>
              );
            })}
          </List>
        )}
        {open + left > 0 && (
          <Group>
            <Button variant={open > 0 ? 'filled' : 'outline'} onClick={onAgain}>
              {t('outcome.again')}
            </Button>
          </Group>
        )}
      </Section>
    </Arrival>
  );
}
