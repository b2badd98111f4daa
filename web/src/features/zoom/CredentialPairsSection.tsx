import { Alert, Button, Group, Paper, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Form, useFields } from '@/components/form';
import type { CredentialPair, CredentialPairs } from '@/lib/api/types';
import { useWriteCredentialPairs } from '@/lib/api/zoom/writeCredentialPairs';
import { SavedNote } from './SavedNote';
import { SecretField } from './SecretField';

interface Props {
  clinicId?: string;
  pairs: CredentialPairs;
}

/** The second pair of credentials of a General App, and which of the two doctors connect with. */
export function CredentialPairsSection({ clinicId, pairs }: Props) {
  const { t } = useTranslation(['zoom', 'common']);
  const write = useWriteCredentialPairs(clinicId);
  const form = useFields({ clientId: pairs.development?.clientId ?? '', clientSecret: '' }, write.error);
  const [inUse, setInUse] = useState(pairs.inUse);
  const [asked, setAsked] = useState(false);
  const clientId = form.values.clientId.trim();
  const leaves = pairs.development && pairs.development.clientId !== clientId ? pairs.development.connections : 0;
  const change = {
    production: { clientId: pairs.production.clientId },
    development: clientId ? { clientId, clientSecret: form.values.clientSecret.trim() || undefined } : undefined,
    inUse: clientId ? inUse : ('PRODUCTION' as const),
  };
  const send = () =>
    write.mutate(change, {
      onSuccess: () => form.clear('clientSecret'),
      onSettled: () => setAsked(false),
    });
  const switching = change.inUse !== pairs.inUse;
  return (
    <Paper component="section" aria-labelledby="credential-pairs">
      <Title order={2} id="credential-pairs" mb="xs">
        {t('pairs.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('pairs.lead')}
      </Text>
      <Form
        onSubmit={() => (switching || leaves > 0 ? setAsked(true) : send())}
        failure={write.error}
        fields={[...form.names, 'development.clientId', 'development.clientSecret']}
        actions={
          <Group>
            <Button type="submit" loading={write.isPending}>
              {t('pairs.save')}
            </Button>
            <SavedNote shown={write.isSuccess} />
          </Group>
        }
      >
        <Text>{t('pairs.production', { clientId: pairs.production.clientId, count: pairs.production.connections })}</Text>
        {pairs.development && <Text>{t('pairs.development', { clientId: pairs.development.clientId, count: pairs.development.connections })}</Text>}
        <TextInput {...form.field('clientId')} label={t('pairs.clientId')} description={t('pairs.clientIdHint')} autoComplete="off" spellCheck={false} />
        <SecretField {...form.field('clientSecret')} label={t('pairs.clientSecret')} stored={pairs.development !== undefined} />
        <Radio.Group label={t('pairs.inUse')} description={t('pairs.inUseHint')} value={change.inUse} onChange={(chosen) => setInUse(chosen as CredentialPair)}>
          <Stack gap="xs" mt="xs">
            <Radio value="PRODUCTION" label={t('pairs.PRODUCTION')} />
            <Radio value="DEVELOPMENT" label={t('pairs.DEVELOPMENT')} disabled={!clientId} />
          </Stack>
        </Radio.Group>
        {pairs.inUse === 'DEVELOPMENT' && (
          <Alert color="marigold" icon={<IconInfoCircle aria-hidden />}>
            {t('pairs.developmentInUse')}
          </Alert>
        )}
      </Form>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('pairs.confirmTitle')}
        keep={t('pairs.keep')}
        confirm={t('pairs.confirm')}
        destructive={leaves > 0}
        pending={write.isPending}
        onConfirm={send}
      >
        {switching && <Text>{t(`pairs.consequence.${change.inUse}`)}</Text>}
        {leaves > 0 && <Text>{t('pairs.ends', { count: leaves })}</Text>}
      </ConfirmDialog>
    </Paper>
  );
}
