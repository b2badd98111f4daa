import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { useSession } from '@/lib/api/session/readSession';
import { AddressSection } from './AddressSection';
import { ApiTokensSection } from './ApiTokensSection';
import { PasskeysSection } from './PasskeysSection';
import { PasswordSection } from './PasswordSection';
import { SecondFactorSection } from './SecondFactorSection';
import { SessionsSection } from './SessionsSection';

export function AccountPage() {
  const { t } = useTranslation('account');
  const { email } = useSession();
  return (
    <Page title={t('title')} lead={email} narrow>
      <AddressSection />
      <PasswordSection />
      <PasskeysSection />
      <SecondFactorSection />
      <SessionsSection />
      <ApiTokensSection />
    </Page>
  );
}
