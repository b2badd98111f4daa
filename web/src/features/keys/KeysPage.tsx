import { Alert, Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconClockHour4, IconKey, IconKeyOff, IconLockOpen2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/components/CopyField';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { RowList } from '@/components/RowList';
import { StateBadge } from '@/components/StateBadge';
import { useKeys } from '@/lib/api/keys/readKeys';
import type { EncryptionKey } from '@/lib/api/types';
import { Progress } from './Progress';

const looks = {
  PRIMARY: { tone: 'good', icon: IconKey },
  OLD: { tone: 'plain', icon: IconLockOpen2 },
  WAITING: { tone: 'info', icon: IconClockHour4 },
  MISSING: { tone: 'trouble', icon: IconKeyOff },
} as const;

/** The installation's encryption keys, and how far a change has come. */
export function KeysPage() {
  const { t } = useTranslation('keys');
  const keys = useKeys();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={keys}>
        {(found) => (
          <>
            {found.besideDatabase && (
              <Alert color="marigold" icon={<IconAlertTriangle aria-hidden />} title={t('together.title')}>
                {t('together.text')}
              </Alert>
            )}
            <Paper>
              <Text mb="sm">{t(`place.${found.place}`)}</Text>
              <RowList>
                {found.keys.map((key) => (
                  <KeyRow key={key.id} encryptionKey={key} />
                ))}
              </RowList>
            </Paper>
            <Progress keys={found} />
            <Next keys={found.keys} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function KeyRow({ encryptionKey: { id, role, servers, values } }: { encryptionKey: EncryptionKey }) {
  const { t } = useTranslation('keys');
  const total = Object.values(values).reduce((sum, count) => sum + count, 0);
  return (
    <Stack component="li" gap={4}>
      <Group justify="space-between">
        <Text fw={650}>{t('key', { id })}</Text>
        <StateBadge {...looks[role]}>{t(`role.${role}`)}</StateBadge>
      </Group>
      <Text size="sm">{t(`does.${role}`)}</Text>
      <Text size="sm" c="dimmed">
        {t('values', { count: total })} {servers > 0 && t('servers', { count: servers })}
      </Text>
    </Stack>
  );
}

/** The command that goes on from here. */
function Next({ keys }: { keys: EncryptionKey[] }) {
  const { t } = useTranslation('keys');
  const old = keys.filter(({ role }) => role === 'OLD');
  const step = old.length === 0 ? 'rotate' : old.every(({ dispensable }) => dispensable) ? 'prune' : undefined;
  if (!step) return null;
  return (
    <Paper>
      <Text mb="sm">{t(`next.${step}`)}</Text>
      <CopyField label={t('command')} value={`java -jar housecall-server.jar keys ${step}`} />
    </Paper>
  );
}
