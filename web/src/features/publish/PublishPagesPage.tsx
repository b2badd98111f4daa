import { Button, Stack } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { wholePack } from '@/lib/api/marketplace/packFiles';
import { DomainSection } from './DomainSection';
import { PackSection } from './PackSection';
import { PagesSection } from './PagesSection';
import { ScreenLinks } from './PublishFrame';
import { ScansSection } from './ScansSection';

/** What Zoom reads and wants uploaded, for the app of one clinic, or of the installation when no clinic is given. */
export function PublishPagesPage({ clinicId, zone }: { clinicId?: string; zone: string }) {
  const { t } = useTranslation(['papers', 'publish']);
  const download = (
    <Button component="a" href={wholePack(clinicId)} download leftSection={<IconPackage size={18} aria-hidden />}>
      {t('pack.download')}
    </Button>
  );
  return (
    <Page title={t('title')} lead={t(clinicId ? 'lead' : 'installationLead')} actions={download}>
      <nav aria-label={t('publish:screens')}>
        <ScreenLinks clinicId={clinicId} screen="pages" />
      </nav>
      <Stack gap="lg">
        <PagesSection clinicId={clinicId} zone={zone} />
        <DomainSection clinicId={clinicId} />
        <ScansSection clinicId={clinicId} />
        <PackSection clinicId={clinicId} />
      </Stack>
    </Page>
  );
}
