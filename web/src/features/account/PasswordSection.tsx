import { Alert, Button, PasswordInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { useChangePassword } from '@/lib/api/account/changePassword';
import { Section } from '@/components/Section';
import { useSession } from '@/lib/api/session/readSession';

export function PasswordSection() {
  const { t } = useTranslation('account');
  const { hasPassword } = useSession();
  const change = useChangePassword();
  const form = useFields({ current: '', wanted: '' }, change.error);
  return (
    <Section title={t('password.title')} lead={t(hasPassword ? 'password.lead' : 'password.none')}>
      <Form
        onSubmit={() => change.mutate({ wanted: form.values.wanted, ...(hasPassword && { current: form.values.current }) }, { onSuccess: () => form.clear('current', 'wanted') })}
        failure={change.error}
        fields={form.names}
        actions={
          <Button type="submit" loading={change.isPending} w="fit-content">
            {t(hasPassword ? 'password.submit' : 'password.choose')}
          </Button>
        }
      >
        {hasPassword && <PasswordInput {...form.field('current')} label={t('password.current')} autoComplete="current-password" required />}
        <PasswordInput {...form.field('wanted')} label={t('password.wanted')} description={t('password.hint')} autoComplete="new-password" required />
      </Form>
      {change.isSuccess && (
        <Alert role="status" color="pine" icon={<IconCheck aria-hidden />}>
          {t('password.changed')}
        </Alert>
      )}
    </Section>
  );
}
