import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { ProblemAlert } from '@/components/ProblemAlert';
import { RowList } from '@/components/RowList';
import { StateBadge } from '@/components/StateBadge';
import { useEndSession, useSessions } from '@/lib/api/account/sessions';
import type { OpenSession } from '@/lib/api/types';
import { browserZone, useTimes } from '@/lib/times';
import { browserName } from './browserName';
import { Section } from '@/components/Section';

export function SessionsSection() {
  const { t } = useTranslation('account');
  const sessions = useSessions();
  return (
    <Section title={t('sessions.title')} lead={t('sessions.lead')}>
      <Loaded query={sessions}>
        {({ items }) => (
          <RowList>
            {items.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </RowList>
        )}
      </Loaded>
    </Section>
  );
}

function SessionRow({ session }: { session: OpenSession }) {
  const { t } = useTranslation('account');
  const times = useTimes(browserZone());
  const end = useEndSession();
  const name = browserName(session.browser) ?? t('sessions.unknown');
  return (
    <Stack component="li" gap="xs">
      <Group justify="space-between">
        <div>
          <Text fw={650}>{name}</Text>
          <Text size="sm" c="dimmed">
            {t('sessions.line', { network: session.network ?? '–', since: times.dateTime(session.signedInAt), used: times.dateTime(session.lastUsedAt) })}
          </Text>
        </div>
        {session.current ? (
          <StateBadge tone="info" icon={IconDeviceLaptop}>
            {t('sessions.current')}
          </StateBadge>
        ) : (
          <Button
            variant="default"
            loading={end.isPending}
            onClick={() => end.mutate(session.id)}
            aria-label={t('sessions.endNamed', { name, since: times.dateTime(session.signedInAt) })}
          >
            {t('sessions.end')}
          </Button>
        )}
      </Group>
      <ProblemAlert failure={end.error} />
    </Stack>
  );
}
