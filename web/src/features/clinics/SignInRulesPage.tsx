import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { RequireSecondFactorSection } from './RequireSecondFactorSection';
import { SingleSignOnSection } from './SingleSignOnSection';

/** What the clinic asks of those who work in it when they sign in. */
export function SignInRulesPage({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('clinics');
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')} narrow>
      <RequireSecondFactorSection clinicId={clinicId} />
      <SingleSignOnSection clinicId={clinicId} />
    </Page>
  );
}
