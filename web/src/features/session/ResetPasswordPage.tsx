import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CodeInput } from '@/components/CodeInput';
import { Form, useFields } from '@/components/form';
import { ButtonLink, TextLink } from '@/components/links';
import { Page } from '@/components/Page';
import { QuietFrame } from '@/components/QuietFrame';
import { useResetPassword } from '@/lib/api/session/resetPassword';
import { wantsCode } from '@/lib/api/session/wantsCode';

export function ResetPasswordPage({ token }: { token: string }) {
  const { t } = useTranslation('session');
  const reset = useResetPassword();
  const form = useFields({ password: '', code: '' }, reset.error);
  const codeWanted = wantsCode(reset.error) || form.values.code !== '';
  return (
    <QuietFrame>
      <Page title={t('reset.title')} lead={reset.isSuccess ? undefined : t('reset.ends')}>
        {reset.isSuccess ? (
          <Stack>
            <Alert role="status" color="pine" icon={<IconCheck aria-hidden />} title={t('reset.doneTitle')}>
              {t('reset.done')}
            </Alert>
            <ButtonLink to="/sign-in">{t('signIn.submit')}</ButtonLink>
          </Stack>
        ) : (
          <Form
            onSubmit={() => reset.mutate({ token, ...form.values })}
            failure={form.values.code === '' && wantsCode(reset.error) ? null : reset.error}
            fields={form.names}
            actions={
              <>
                <Button type="submit" loading={reset.isPending}>
                  {t('reset.submit')}
                </Button>
                {reset.error?.code === 'link-expired' && <TextLink to="/forgotten-password">{t('follow.another')}</TextLink>}
              </>
            }
          >
            <PasswordInput
              {...form.field('password')}
              label={t('invitation.newPassword')}
              description={t('invitation.newHint')}
              autoComplete="new-password"
              required
            />
            {codeWanted && <CodeInput {...form.field('code')} autoFocus />}
          </Form>
        )}
      </Page>
    </QuietFrame>
  );
}
