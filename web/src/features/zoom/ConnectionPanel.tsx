import { Alert, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconPlugConnectedX, IconPlugX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/components/StateBadge';
import type { Connection } from '@/lib/api/types';
import { AccountCheck } from './AccountCheck';
import { ConnectButton } from './ConnectButton';
import { Disconnect } from './Disconnect';
import { RelinkDecision } from './RelinkDecision';
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
  const { status, zoomEmail, zoomAccountId, scopes, missingScopes, problem, appConfigured, zoomUser, upcomingMeetings, relink, unfinishedSince } = connection;
  const connected = status === 'CONNECTED';
  // Zoom may say so only when something is used, whatever it granted.
  const lacksScopes = connected && ((missingScopes?.length ?? 0) > 0 || problem?.code === 'MISSING_SCOPES');
  return (
    <Stack gap="lg">
      {relink && <RelinkDecision {...{ clinicId, doctorId, relink }} />}
      {unfinishedSince && !relink && (
        <Alert color="sky" icon={<IconInfoCircle aria-hidden />} title={t('connection.unfinished')}>
          {t('connection.unfinishedWords')}
        </Alert>
      )}
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
            {appConfigured && !relink && (!connected || lacksScopes) && (
              <ConnectButton
                {...{ clinicId, doctorId }}
                label={t(lacksScopes ? 'connection.allowAgain' : status === 'DISCONNECTED' ? 'connection.connect' : 'connection.reconnect')}
              />
            )}
            {status !== 'DISCONNECTED' && <Disconnect {...{ clinicId, doctorId, upcomingMeetings }} />}
          </Group>
        </Stack>
      </Paper>
      {connected && <AccountCheck {...{ clinicId, doctorId, connection }} />}
      {status !== 'DISCONNECTED' && <Scopes granted={scopes ?? []} missing={missingScopes ?? []} />}
    </Stack>
  );
}
