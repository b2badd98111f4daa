import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { useClinics } from '@/lib/api/clinics/listClinics';
import { useSession } from '@/lib/api/session/readSession';
import { AddressSection } from './AddressSection';
import { ApiTokensSection } from './ApiTokensSection';
import { PasskeysSection } from './PasskeysSection';
import { PasswordSection } from './PasswordSection';
import { SecondFactorSection } from './SecondFactorSection';
import { SessionsSection } from './SessionsSection';
import { SignOnLinksSection } from './SignOnLinksSection';

/** @param signOn what the way through a clinic's sign-on brought back */
export function AccountPage({ signOn }: { signOn?: string }) {
  const { t } = useTranslation('account');
  const { email, onlyClinic } = useSession();
  const clinics = useClinics();
  if (onlyClinic) {
    const sample = clinics.data?.items.some(({ id, sample }) => sample && id === onlyClinic);
    return (
      <Page title={t('title')} lead={email} narrow>
        <Alert color="sky" icon={<IconInfoCircle aria-hidden />} title={t(sample ? 'sealed.title' : 'limited.title')}>
          {t(sample ? 'sealed.words' : 'limited.words')}
        </Alert>
      </Page>
    );
  }
  return (
    <Page title={t('title')} lead={email} narrow>
      <AddressSection />
      <PasswordSection />
      <PasskeysSection />
      <SecondFactorSection />
      <SignOnLinksSection returned={signOn} />
      <SessionsSection />
      <ApiTokensSection />
    </Page>
  );
}
