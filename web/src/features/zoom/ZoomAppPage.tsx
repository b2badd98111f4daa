import { Alert, Tabs } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { useZoomApp } from '@/lib/api/zoom/readZoomApp';
import { BudgetSection } from './BudgetSection';
import { DoctorHosts } from './DoctorHosts';
import { MappedUsers } from './MappedUsers';
import { ServerToServerSection } from './ServerToServerSection';
import { TestConnection } from './TestConnection';
import { UserAppSection } from './UserAppSection';

/** The Zoom app of one clinic, or of the whole installation when no clinic is given. */
export function ZoomAppPage({ clinicId }: { clinicId?: string }) {
  const { t } = useTranslation('zoom');
  const app = useZoomApp(clinicId);
  return (
    <Page title={t(clinicId ? 'app.title' : 'app.installationTitle')} lead={t(clinicId ? 'app.lead' : 'app.installationLead')}>
      <Loaded query={app}>
        {(stored) => (
          <>
            {clinicId && stored.source !== 'CLINIC' && (
              <Alert color="sky" icon={<IconInfoCircle aria-hidden />} title={t(`app.source.${stored.source}`)}>
                {t(`app.sourceWords.${stored.source}`)}
              </Alert>
            )}
            <Tabs defaultValue={stored.serverToServer && !stored.oauth ? 'serverToServer' : 'oauth'} keepMounted={false}>
              <Tabs.List mb="lg">
                <Tabs.Tab value="oauth">{t('app.oauth')}</Tabs.Tab>
                <Tabs.Tab value="serverToServer">{t('app.serverToServer')}</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="oauth">
                <UserAppSection clinicId={clinicId} stored={stored} />
              </Tabs.Panel>
              <Tabs.Panel value="serverToServer">
                <ServerToServerSection clinicId={clinicId} stored={stored} />
                {clinicId && stored.serverToServer && <MappedUsers clinicId={clinicId} />}
              </Tabs.Panel>
            </Tabs>
            <TestConnection clinicId={clinicId} />
            {clinicId ? (
              <TextLink to="/clinics/$clinicId/settings/integrations/zoom/publish" params={{ clinicId }}>
                {t('app.publish')}
              </TextLink>
            ) : (
              <TextLink to="/settings/integrations/zoom/publish">{t('app.publish')}</TextLink>
            )}
            {clinicId && <BudgetSection clinicId={clinicId} />}
            {clinicId && (
              <TextLink to="/clinics/$clinicId/settings/integrations/zoom/meetings" params={{ clinicId }}>
                {t('drift.open')}
              </TextLink>
            )}
            {clinicId && <DoctorHosts clinicId={clinicId} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
