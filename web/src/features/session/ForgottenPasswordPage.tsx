import { Alert, Button, TextInput } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { TextLink } from '@/components/links';
import { Page } from '@/components/Page';
import { QuietFrame } from '@/components/QuietFrame';
import { useRequestPasswordReset } from '@/lib/api/session/requestPasswordReset';

/** The answer never tells whether an address is known. */
export function ForgottenPasswordPage() {
  const { t } = useTranslation('session');
  const reset = useRequestPasswordReset();
  const form = useFields({ email: '' }, reset.error);
  return (
    <QuietFrame>
      <Page title={t('reset.title')} lead={t('reset.lead')}>
        {reset.isSuccess ? (
          <Alert role="status" color="pine" icon={<IconMailCheck aria-hidden />} title={t('link.sentTitle')}>
            {t('reset.sent')}
          </Alert>
        ) : (
          <Form
            onSubmit={() => reset.mutate(form.values)}
            failure={reset.error}
            fields={form.names}
            actions={
              <Button type="submit" loading={reset.isPending}>
                {t('reset.request')}
              </Button>
            }
          >
            <TextInput {...form.field('email')} label={t('email')} type="email" autoComplete="username" required />
          </Form>
        )}
        <TextLink to="/sign-in">{t('reset.back')}</TextLink>
      </Page>
    </QuietFrame>
  );
}
