import { Button, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { ProblemAlert } from '@/components/ProblemAlert';
import { Section } from '@/components/Section';
import { StateBadge } from '@/components/StateBadge';
import { useChangeSignInRules, useSignInRules } from '@/lib/api/clinics/signInRules';
import { isProblem } from '@/lib/api/problem';

export function RequireSecondFactorSection({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('clinics');
  const rules = useSignInRules(clinicId);
  const change = useChangeSignInRules(clinicId);
  return (
    <Section title={t('signIn.factor.title')} lead={t('signIn.factor.lead')}>
      <Loaded query={rules}>
        {({ secondFactorRequired: required }) => (
          <>
            <StateBadge tone={required ? 'good' : 'plain'} icon={required ? IconShieldCheck : IconShieldOff}>
              {t(required ? 'signIn.factor.required' : 'signIn.factor.notRequired')}
            </StateBadge>
            <ProblemAlert failure={change.error} />
            {isProblem(change.error, 'second-factor-of-your-own') && <TextLink to="/account">{t('signIn.factor.yourAccount')}</TextLink>}
            <Button w="fit-content" variant={required ? 'default' : 'filled'} loading={change.isPending} onClick={() => change.mutate({ secondFactorRequired: !required })}>
              {t(required ? 'signIn.factor.release' : 'signIn.factor.require')}
            </Button>
            {!required && <Text size="sm">{t('signIn.factor.whatHappens')}</Text>}
          </>
        )}
      </Loaded>
    </Section>
  );
}
