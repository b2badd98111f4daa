import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCloudCheck, IconDeviceMobile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Loaded } from '@/components/Loaded';
import { RowList } from '@/components/RowList';
import { Section } from '@/components/Section';
import { StateBadge } from '@/components/StateBadge';
import { usePasskeys, useRemovePasskey } from '@/lib/api/account/passkeys';
import { usePasskeysHere } from '@/lib/api/installation/passkeysHere';
import type { Passkey } from '@/lib/api/types';
import { browserZone, useTimes } from '@/lib/times';
import { NewPasskey } from './NewPasskey';
import { RenamePasskey } from './RenamePasskey';

export function PasskeysSection() {
  const { t } = useTranslation('account');
  const passkeys = usePasskeys();
  const here = usePasskeysHere();
  return (
    <Section title={t('passkeys.title')} lead={t('passkeys.lead')}>
      <Loaded query={passkeys}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('passkeys.empty')}</Text>
          ) : (
            <RowList>
              {items.map((passkey) => (
                <PasskeyRow key={passkey.id} passkey={passkey} />
              ))}
            </RowList>
          )
        }
      </Loaded>
      {here?.possible && <NewPasskey />}
      {here?.reason && <Text>{t(`passkeys.${here.reason}`, { at: here.at })}</Text>}
    </Section>
  );
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const { t } = useTranslation('account');
  const times = useTimes(browserZone());
  return (
    <Stack component="li" gap="xs">
      <Group justify="space-between">
        <Stack gap={4}>
          <Text fw={650}>{passkey.name}</Text>
          <Text size="sm" c="dimmed">
            {t('passkeys.since', { since: times.dateTime(passkey.createdAt) })}{' '}
            {passkey.lastUsedAt ? t('passkeys.used', { used: times.dateTime(passkey.lastUsedAt) }) : t('passkeys.unused')}
          </Text>
          <StateBadge tone="plain" icon={passkey.synced ? IconCloudCheck : IconDeviceMobile}>
            {t(passkey.synced ? 'passkeys.synced' : 'passkeys.oneDevice')}
          </StateBadge>
        </Stack>
        <Group gap="xs">
          <RenamePasskey passkey={passkey} />
          <Remove passkey={passkey} />
        </Group>
      </Group>
    </Stack>
  );
}

function Remove({ passkey: { id, name } }: { passkey: Passkey }) {
  const { t } = useTranslation('account');
  const [asking, ask] = useDisclosure();
  const remove = useRemovePasskey();
  return (
    <>
      <Button variant="subtle" color="brick" onClick={ask.open} aria-label={t('passkeys.removeNamed', { name })}>
        {t('passkeys.remove')}
      </Button>
      <ConfirmDialog
        destructive
        opened={asking}
        onClose={ask.close}
        title={t('passkeys.removeTitle', { name })}
        keep={t('passkeys.keep')}
        confirm={t('passkeys.remove')}
        onConfirm={() => remove.mutate(id)}
        pending={remove.isPending}
        failure={remove.error}
      >
        <Text>{t('passkeys.removeWords')}</Text>
      </ConfirmDialog>
    </>
  );
}
