import { Button, Paper } from '@mantine/core';
import { IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { ProblemAlert } from '@/components/ProblemAlert';
import { RowList } from '@/components/RowList';
import { Section } from '@/components/Section';
import { useLinkAlarms } from '@/lib/api/meetings/linkAlarms';
import { useParkedMeetings, useRetryParked } from '@/lib/api/meetings/parkedMeetings';
import { AlarmRow } from './AlarmRow';
import { ParkedRow } from './ParkedRow';

interface Props {
  clinicId: string;
  zone: string;
}

/** Video visits without a working link, and meetings that do not come about by themselves. */
export function MeetingTroublePage({ clinicId, zone }: Props) {
  const { t } = useTranslation('trouble');
  const alarms = useLinkAlarms(clinicId);
  const parked = useParkedMeetings(clinicId);
  const retry = useRetryParked(clinicId);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={alarms}>
        {({ items, hasFallback }) =>
          items.length > 0 && (
            <Section title={t('alarms.title')} lead={t('alarms.lead')}>
              <RowList>
                {items.map((alarm) => (
                  <AlarmRow key={alarm.appointmentId} {...{ clinicId, zone, alarm, hasFallback }} />
                ))}
              </RowList>
            </Section>
          )
        }
      </Loaded>
      <Loaded query={parked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconVideo size={40} stroke={1.4} aria-hidden />} title={t('parked.empty')}>
              {t('parked.emptyHint')}
            </Empty>
          ) : (
            <Section title={t('parked.title')} lead={t('parked.lead')}>
              <ProblemAlert failure={retry.error} />
              <Paper>
                <RowList>
                  {items.map((meeting) => (
                    <ParkedRow key={meeting.appointmentId} {...{ clinicId, zone, meeting, retry }} />
                  ))}
                </RowList>
              </Paper>
              <div>
                <Button loading={retry.isPending && retry.variables === undefined} onClick={() => retry.mutate(undefined)}>
                  {t('parked.retryAll')}
                </Button>
              </div>
            </Section>
          )
        }
      </Loaded>
    </Page>
  );
}
