import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { ZoomApp, ZoomAppKind } from '@/lib/api/types';
import { useEndRotation } from '@/lib/api/zoom/endRotation';
import { browserZone, useTimes } from '@/lib/times';

interface Props {
  clinicId?: string;
  kind: ZoomAppKind;
  app: ZoomApp['oauth'];
}

/** While two secret tokens are accepted: until when, whether Zoom signs with the new one already, and the way to end it. */
export function WebhookRotation({ clinicId, kind, app }: Props) {
  const { t } = useTranslation('zoom');
  const times = useTimes(browserZone());
  const end = useEndRotation(clinicId);
  if (!app?.previousWebhookSecretUntil) return null;
  const heard = app.webhookHeardAt;
  return (
    <Alert color="sky" icon={<IconInfoCircle aria-hidden />} title={t('rotation.title')}>
      <Stack align="flex-start" gap="sm">
        <Text>{t('rotation.until', { time: times.dateTime(app.previousWebhookSecretUntil) })}</Text>
        <Text>{heard ? t('rotation.heard', { time: times.dateTime(heard) }) : t('rotation.silent')}</Text>
        <ProblemAlert failure={end.error} />
        <Button variant="default" loading={end.isPending} onClick={() => end.mutate(kind)}>
          {t('rotation.end')}
        </Button>
      </Stack>
    </Alert>
  );
}
