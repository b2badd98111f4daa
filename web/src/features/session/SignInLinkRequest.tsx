import { Alert, Button, Text, TextInput } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { useRequestSignInLink } from '@/lib/api/session/requestSignInLink';

/** Patients have no password: they are mailed a link. The answer never tells whether an address is known. */
export function SignInLinkRequest({ email }: { email: string }) {
  const { t } = useTranslation('session');
  const [open, setOpen] = useState(false);
  const link = useRequestSignInLink();
  const form = useFields({ email }, link.error);

  if (link.isSuccess) {
    return (
      <Alert role="status" color="pine" icon={<IconMailCheck aria-hidden />} title={t('link.sentTitle')}>
        {t('link.sent')}
      </Alert>
    );
  }
  if (!open) {
    const show = () => {
      form.set('email', email);
      setOpen(true);
    };
    return (
      <Button variant="outline" fullWidth onClick={show}>
        {t('link.request')}
      </Button>
    );
  }
  return (
    <Form
      onSubmit={() => link.mutate(form.values)}
      failure={link.error}
      fields={form.names}
      actions={
        <Button type="submit" variant="outline" loading={link.isPending} fullWidth>
          {t('link.request')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {t('link.lead')}
      </Text>
      <TextInput {...form.field('email')} label={t('link.email')} type="email" autoComplete="email" required autoFocus />
    </Form>
  );
}
