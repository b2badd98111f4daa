import { Alert, Button, Group, List, Text, TextInput } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { Loaded } from '@/components/Loaded';
import { ProblemAlert } from '@/components/ProblemAlert';
import { Section } from '@/components/Section';
import { useAddressChange, useGiveUpAddressChange, useRequestAddressChange } from '@/lib/api/account/addressChange';
import { useSession } from '@/lib/api/session/readSession';
import type { AddressChange } from '@/lib/api/types';

export function AddressSection() {
  const { t } = useTranslation('account');
  const { email } = useSession();
  const change = useAddressChange();
  return (
    <Section title={t('address.title')} lead={t('address.lead', { email })}>
      <Loaded query={change}>{({ pending }) => (pending ? <Waiting email={email} pending={pending} /> : <Wish />)}</Loaded>
    </Section>
  );
}

function Wish() {
  const { t } = useTranslation('account');
  const wish = useRequestAddressChange();
  const form = useFields({ email: '' }, wish.error);
  return (
    <Form
      onSubmit={() => wish.mutate(form.values.email)}
      failure={wish.error}
      fields={form.names}
      actions={
        <Button type="submit" loading={wish.isPending} w="fit-content">
          {t('address.submit')}
        </Button>
      }
    >
      <TextInput {...form.field('email')} label={t('address.wanted')} description={t('address.hint')} type="email" autoComplete="email" required />
    </Form>
  );
}

function Waiting({ email, pending }: { email: string; pending: NonNullable<AddressChange['pending']> }) {
  const { t } = useTranslation('account');
  const giveUp = useGiveUpAddressChange();
  return (
    <>
      <Alert role="status" color="marigold" icon={<IconMailForward aria-hidden />} title={t('address.waitingTitle', { email: pending.email })}>
        <Text size="sm" mb="xs">
          {t('address.waiting')}
        </Text>
        <List size="sm">
          <List.Item>{t(pending.oldConfirmed ? 'address.confirmed' : 'address.open', { email })}</List.Item>
          <List.Item>{t(pending.newConfirmed ? 'address.confirmed' : 'address.open', { email: pending.email })}</List.Item>
        </List>
      </Alert>
      <ProblemAlert failure={giveUp.error} />
      <Group>
        <Button variant="default" loading={giveUp.isPending} onClick={() => giveUp.mutate()}>
          {t('address.giveUp')}
        </Button>
      </Group>
    </>
  );
}
