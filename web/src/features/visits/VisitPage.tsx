import { Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { QuietFrame } from '@/components/QuietFrame';
import { useLiveUpdates } from '@/lib/api/live';
import { useVisit, visitKey } from '@/lib/api/visits/readVisit';
import { VisitCard } from './VisitCard';

/** Where a patient waits and joins: its address is all they need. */
export function VisitPage({ token }: { token: string }) {
  const { t } = useTranslation('visits');
  const [live, setLive] = useState(false);
  const visit = useVisit(token, live);
  useUnlisted();

  if (visit.error?.status === 404) {
    return (
      <QuietFrame>
        <Page title={t('gone.title')}>
          <Text>{t('gone.words')}</Text>
        </Page>
      </QuietFrame>
    );
  }
  return (
    <QuietFrame head={visit.data && <Text size="lg" fw={650} component="span">{visit.data.clinicName}</Text>}>
      <Page title={t('title')} tabTitle={t('tab')}>
        <Stack>
          <Loaded query={visit}>
            {(data) => (
              <>
                <Following token={token} onLive={setLive} />
                <VisitCard token={token} visit={data} />
              </>
            )}
          </Loaded>
        </Stack>
      </Page>
    </QuietFrame>
  );
}

/** Hears of changes while there is a visit to show: a link that was withdrawn has no stream. */
function Following({ token, onLive }: { token: string; onLive: (live: boolean) => void }) {
  const live = useLiveUpdates(`/api/v1/visits/${encodeURIComponent(token)}/events`, { visit: visitKey(token) });
  useEffect(() => onLive(live), [live, onLive]);
  return null;
}

/** The address is a key: kept out of search engines and of other sites' logs. */
function useUnlisted() {
  useEffect(() => {
    const tags = [
      ['robots', 'noindex, nofollow'],
      ['referrer', 'no-referrer'],
    ].map(([name, content]) => Object.assign(document.createElement('meta'), { name, content }));
    document.head.append(...tags);
    return () => tags.forEach((tag) => tag.remove());
  }, []);
}
