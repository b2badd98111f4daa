import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components/links';
import { Page } from '@/components/Page';
import { QuietFrame } from '@/components/QuietFrame';

export function NotFoundPage() {
  const { t } = useTranslation('common');
  return (
    <QuietFrame>
      <Page title={t('notFound.title')} lead={t('notFound.lead')}>
        <ButtonLink to="/">{t('notFound.home')}</ButtonLink>
      </Page>
    </QuietFrame>
  );
}
