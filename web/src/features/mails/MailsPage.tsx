import { Code, Group, Paper, Stack, Text } from '@mantine/core';
import { IconMailCheck, IconMailExclamation, IconMailForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { RowList } from '@/components/RowList';
import { StateBadge } from '@/components/StateBadge';
import { useMails } from '@/lib/api/mails/listMails';
import type { Mail } from '@/lib/api/types';
import { browserZone, useTimes } from '@/lib/times';

const looks = {
  UNDELIVERED: { tone: 'attention', icon: IconMailExclamation },
  PENDING: { tone: 'info', icon: IconMailForward },
  SENT: { tone: 'plain', icon: IconMailCheck },
} as const;

export function MailsPage() {
  const { t } = useTranslation('mails');
  const mails = useMails();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={mails}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconMailCheck size={40} stroke={1.4} aria-hidden />} title={t('empty')}>
              {t('emptyHint')}
            </Empty>
          ) : (
            <Paper>
              <RowList>
                {items.map((mail) => (
                  <MailRow key={mail.id} mail={mail} />
                ))}
              </RowList>
            </Paper>
          )
        }
      </Loaded>
    </Page>
  );
}

function MailRow({ mail }: { mail: Mail }) {
  const { t } = useTranslation('mails');
  const times = useTimes(browserZone());
  return (
    <Stack component="li" gap="xs">
      <Group justify="space-between">
        <div>
          <Text fw={650}>{mail.subject}</Text>
          <Text size="sm" c="dimmed">
            {t('line', { to: mail.to, when: times.dateTime(mail.createdAt) })}
          </Text>
        </div>
        <StateBadge {...looks[mail.status]}>{t(`status.${mail.status}`)}</StateBadge>
      </Group>
      {mail.problem && <Text size="sm">{mail.problem}</Text>}
      {mail.text && (
        <details>
          <summary>{t('text')}</summary>
          <Code block mt="xs">
            {mail.text}
          </Code>
        </details>
      )}
    </Stack>
  );
}
