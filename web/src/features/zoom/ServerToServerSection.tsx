import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/components/CopyField';
import { Form, useFields } from '@/components/form';
import type { ZoomApp } from '@/lib/api/types';
import { useWriteZoomApp } from '@/lib/api/zoom/writeZoomApp';
import { PlanField } from './PlanField';
import { RemoveApp } from './RemoveApp';
import { SavedNote } from './SavedNote';
import { SecretField } from './SecretField';
import { WaitingRoomSwitch } from './WaitingRoomSwitch';
import { WebhookRotation } from './WebhookRotation';

interface Props {
  clinicId?: string;
  stored: ZoomApp;
}

/** One Zoom account for all: doctors are mapped to its users and connect nothing. */
export function ServerToServerSection({ clinicId, stored }: Props) {
  const { t } = useTranslation(['zoom', 'common']);
  const write = useWriteZoomApp(clinicId);
  const app = stored.serverToServer;
  const form = useFields({ accountId: app?.accountId ?? '', clientId: app?.clientId ?? '', clientSecret: '', webhookSecret: '', plan: app?.plan ?? 'PRO' }, write.error);
  const { accountId, clientId, clientSecret, webhookSecret, plan } = form.values;
  const submit = () =>
    write.mutate(
      {
        serverToServer: {
          accountId: accountId.trim(),
          clientId: clientId.trim(),
          clientSecret: clientSecret.trim() || undefined,
          webhookSecret: webhookSecret.trim() || undefined,
          plan,
        },
      },
      { onSuccess: () => form.clear('clientSecret', 'webhookSecret') },
    );
  return (
    <Paper component="section" aria-labelledby="server-to-server">
      <Title order={2} id="server-to-server">
        {t('app.serverToServer')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('app.serverToServerHint')}
      </Text>
      <Form
        onSubmit={submit}
        failure={write.error}
        fields={form.names}
        actions={
          <Group>
            <Button type="submit" loading={write.isPending}>
              {t('common:save')}
            </Button>
            {app && <RemoveApp clinicId={clinicId} section="serverToServer" />}
            <SavedNote shown={write.isSuccess} />
          </Group>
        }
      >
        <CopyField label={t('app.webhookUrl')} description={t('app.webhookUrlHint')} value={stored.webhookUrls.serverToServer} />
        <TextInput {...form.field('accountId')} label={t('app.accountId')} autoComplete="off" spellCheck={false} required />
        <TextInput {...form.field('clientId')} label={t('app.clientId')} autoComplete="off" spellCheck={false} required />
        <SecretField {...form.field('clientSecret')} label={t('app.clientSecret')} stored={app?.clientSecretSet ?? false} required={!app?.clientSecretSet} />
        <SecretField {...form.field('webhookSecret')} label={t('app.webhookSecret')} hint={t('app.webhookSecretHint')} stored={app?.webhookSecretSet ?? false} />
        <PlanField {...form.field('plan')} />
        <WebhookRotation clinicId={clinicId} kind="SERVER_TO_SERVER" app={app} />
      </Form>
      <Stack mt="lg">
        <WaitingRoomSwitch clinicId={clinicId} kind="SERVER_TO_SERVER" app={app} />
      </Stack>
    </Paper>
  );
}
