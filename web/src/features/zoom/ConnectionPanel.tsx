import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconPlugConnectedX, IconPlugX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { StateBadge } from '@/components/StateBadge';
import type { Connection } from '@/lib/api/types';
import { useAuthorizeZoom } from '@/lib/api/zoom/authorizeZoom';
import { leaveFor } from '@/lib/outside';
import { Disconnect } from './Disconnect';
import { Scopes } from './Scopes';

const looks = {
  CONNECTED: { tone: 'good', icon: IconCircleCheck },
  NEEDS_RECONNECT: { tone: 'attention', icon: IconPlugConnectedX },
  DISCONNECTED: { tone: 'plain', icon: IconPlugX },
} as const;

interface Props {
  clinicId: string;
  doctorId: string;
  connection: Connection;
}

export function ConnectionPanel({ clinicId, doctorId, connection }: Props) {
  const { t } = useTranslation('zoom');
  const { status, zoomEmail, zoomAccountId, scopes, missingScopes, problem, appConfigured, zoomUser, upcomingMeetings } = connection;
  const connected = status === 'CONNECTED';
  return (
    <Stack gap="lg">
      {status === 'NEEDS_RECONNECT' && (
        <Alert role="alert" color="marigold" icon={<IconPlugConnectedX aria-hidden />} title={t('connection.needsReconnect')}>
          {t('connection.needsReconnectWords', { count: upcomingMeetings })}
        </Alert>
      )}
      {problem && (
        <Alert color="marigold" icon={<IconAlertTriangle aria-hidden />} title={problem.title}>
          {problem.remedy}
        </Alert>
      )}
      <Paper component="section" aria-labelledby="account">
        <Stack align="flex-start">
          <Title order={2} id="account">
            {t('connection.account')}
          </Title>
          <StateBadge {...looks[status]}>{t(`connection.status.${status}`)}</StateBadge>
          {status === 'DISCONNECTED' && <Text>{t(zoomUser ? 'connection.mapped' : 'connection.disconnectedWords', { user: zoomUser })}</Text>}
          {zoomEmail && (
            <div>
              <Text fw={650} size="lg">
                {zoomEmail}
              </Text>
              {zoomAccountId && (
                <Text size="sm" c="dimmed">
                  {t('connection.accountId', { id: zoomAccountId })}
                </Text>
              )}
            </div>
          )}
          {!appConfigured && (
            <Alert color="sky" icon={<IconInfoCircle aria-hidden />}>
              {t('connection.noApp')}
            </Alert>
          )}
          <Group>
            {appConfigured && (!connected || (missingScopes?.length ?? 0) > 0) && <Connect {...{ clinicId, doctorId }} again={status !== 'DISCONNECTED'} />}
            {status !== 'DISCONNECTED' && <Disconnect {...{ clinicId, doctorId, upcomingMeetings }} />}
          </Group>
        </Stack>
      </Paper>
      {status !== 'DISCONNECTED' && <Scopes granted={scopes ?? []} missing={missingScopes ?? []} />}
    </Stack>
  );
}

function Connect({ clinicId, doctorId, again }: { clinicId: string; doctorId: string; again: boolean }) {
  const { t } = useTranslation('zoom');
  const authorize = useAuthorizeZoom(clinicId, doctorId);
  return (
    <Stack gap="xs" align="flex-start">
      <ProblemAlert failure={authorize.error} />
      <Button
        loading={authorize.isPending || authorize.isSuccess}
        onClick={() => authorize.mutate(undefined, { onSuccess: ({ authorizeUrl }) => leaveFor(authorizeUrl) })}
      >
        {t(again ? 'connection.reconnect' : 'connection.connect')}
      </Button>
    </Stack>
  );
}
