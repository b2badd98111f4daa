import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Loaded } from '@/components/Loaded';
import { RowList } from '@/components/RowList';
import { useApiTokens, useRevokeApiToken } from '@/lib/api/account/apiTokens';
import type { ApiToken } from '@/lib/api/types';
import { browserZone, useTimes } from '@/lib/times';
import { NewApiToken } from './NewApiToken';
import { Section } from '@/components/Section';
import { isLimit } from './tokenLimits';

export function ApiTokensSection() {
  const { t } = useTranslation('account');
  const tokens = useApiTokens();
  return (
    <Section title={t('tokens.title')} lead={t('tokens.lead')}>
      <Loaded query={tokens}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('tokens.empty')}</Text>
          ) : (
            <RowList>
              {items.map((token) => (
                <TokenRow key={token.id} token={token} />
              ))}
            </RowList>
          )
        }
      </Loaded>
      <NewApiToken />
    </Section>
  );
}

function TokenRow({ token }: { token: ApiToken }) {
  const { t } = useTranslation('account');
  const times = useTimes(browserZone());
  return (
    <Stack component="li" gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text fw={650}>{token.name}</Text>
          <Text size="sm" c="dimmed">
            {t('tokens.until', { until: times.dateTime(token.expiresAt) })}{' '}
            {token.lastUsedAt ? t('tokens.used', { used: times.dateTime(token.lastUsedAt) }) : t('tokens.unused')}
          </Text>
          <Text size="sm">{token.scope ? t('tokens.limited', { scope: token.scope.map((it) => (isLimit(it) ? t(`tokens.permission.${it}`) : it)).join(', ') }) : t('tokens.all')}</Text>
        </div>
        <Revoke token={token} />
      </Group>
    </Stack>
  );
}

function Revoke({ token }: { token: ApiToken }) {
  const { t } = useTranslation('account');
  const [asking, ask] = useDisclosure();
  const revoke = useRevokeApiToken();
  return (
    <>
      <Button variant="subtle" color="brick" onClick={ask.open} aria-label={t('tokens.revokeNamed', { name: token.name })}>
        {t('tokens.revoke')}
      </Button>
      <ConfirmDialog
        destructive
        opened={asking}
        onClose={ask.close}
        title={t('tokens.revokeTitle', { name: token.name })}
        keep={t('tokens.keep')}
        confirm={t('tokens.revoke')}
        onConfirm={() => revoke.mutate(token.id)}
        pending={revoke.isPending}
        failure={revoke.error}
      >
        <Text>{t('tokens.revokeWords')}</Text>
      </ConfirmDialog>
    </>
  );
}
