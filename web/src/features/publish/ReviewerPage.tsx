import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { ScreenLinks } from './PublishFrame';
import { ReviewerAccessSections } from './ReviewerAccessSections';

/** How Zoom's reviewers get in: for the app of one clinic, or of the installation when no clinic is given. */
export function ReviewerPage({ clinicId }: { clinicId?: string }) {
  const { t } = useTranslation(['reviewer', 'publish']);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <nav aria-label={t('publish:screens')}>
        <ScreenLinks clinicId={clinicId} screen="reviewer" />
      </nav>
      <ReviewerAccessSections clinicId={clinicId} />
    </Page>
  );
}
