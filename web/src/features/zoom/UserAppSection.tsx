import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/components/CopyField';
import { Form, useFields } from '@/components/form';
import type { ZoomApp } from '@/lib/api/types';
import { useWriteZoomApp } from '@/lib/api/zoom/writeZoomApp';
import { CredentialPairsSection } from './CredentialPairsSection';
import { PlanField } from './PlanField';
import { RemoveApp } from './RemoveApp';
import { SavedNote } from './SavedNote';
import { SecretField } from './SecretField';
import { MeetingListSwitch } from './MeetingListSwitch';
import { WaitingRoomSwitch } from './WaitingRoomSwitch';
import { WebhookRotation } from './WebhookRotation';

interface Props {
  clinicId?: string;
  stored: ZoomApp;
}

/** A General App: every doctor connects their own Zoom account. */
export function UserAppSection({ clinicId, stored }: Props) {
  const { t } = useTranslation(['zoom', 'common']);
  const write = useWriteZoomApp(clinicId);
  const form = useFields({ clientId: stored.oauth?.clientId ?? '', clientSecret: '', webhookSecret: '', plan: stored.oauth?.plan ?? 'PRO' }, write.error);
  const { clientId, clientSecret, webhookSecret, plan } = form.values;
  const submit = () =>
    write.mutate(
      { oauth: { clientId: clientId.trim(), clientSecret: clientSecret.trim() || undefined, webhookSecret: webhookSecret.trim() || undefined, plan } },
      { onSuccess: () => form.clear('clientSecret', 'webhookSecret') },
    );
  return (
    <Stack gap="lg">
      <Paper component="section" aria-labelledby="copy-to-zoom">
        <Stack>
          <Title order={2} id="copy-to-zoom">
            {t('app.toZoom')}
          </Title>
          <Text c="dimmed">{t('app.toZoomHint')}</Text>
          <CopyField label={t('app.redirectUrl')} description={t('app.redirectUrlHint')} value={stored.redirectUrl} />
          <CopyField label={t('app.webhookUrl')} description={t('app.webhookUrlHint')} value={stored.webhookUrls.oauth} />
        </Stack>
      </Paper>
      <Paper component="section" aria-labelledby="from-zoom">
        <Title order={2} id="from-zoom" mb="md">
          {t('app.fromZoom')}
        </Title>
        <Form
          onSubmit={submit}
          failure={write.error}
          fields={form.names}
          actions={
            <Group>
              <Button type="submit" loading={write.isPending}>
                {t('common:save')}
              </Button>
              {stored.oauth && <RemoveApp clinicId={clinicId} section="oauth" />}
              <SavedNote shown={write.isSuccess} />
            </Group>
          }
        >
          <TextInput {...form.field('clientId')} label={t('app.clientId')} autoComplete="off" spellCheck={false} required />
          <SecretField {...form.field('clientSecret')} label={t('app.clientSecret')} stored={stored.oauth?.clientSecretSet ?? false} required={!stored.oauth?.clientSecretSet} />
          <SecretField {...form.field('webhookSecret')} label={t('app.webhookSecret')} hint={t('app.webhookSecretHint')} stored={stored.oauth?.webhookSecretSet ?? false} />
          <PlanField {...form.field('plan')} />
          <WebhookRotation clinicId={clinicId} kind="GENERAL" app={stored.oauth} />
        </Form>
        <Stack mt="lg">
          <WaitingRoomSwitch clinicId={clinicId} kind="GENERAL" app={stored.oauth} />
          <MeetingListSwitch clinicId={clinicId} kind="GENERAL" app={stored.oauth} />
        </Stack>
      </Paper>
      {stored.pairs && <CredentialPairsSection key={JSON.stringify(stored.pairs)} clinicId={clinicId} pairs={stored.pairs} />}
    </Stack>
  );
}
