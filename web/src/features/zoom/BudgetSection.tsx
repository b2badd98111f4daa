import { Alert, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/Section';
import type { ZoomHostBudget } from '@/lib/api/types';
import { useZoomBudget } from '@/lib/api/zoom/readZoomBudget';

/** How much of what Zoom allows a day is used, for every doctor whom the reader may see. */
export function BudgetSection({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('zoom');
  const { data } = useZoomBudget(clinicId);
  if (!data?.hosts.length) return null;
  return (
    <Section title={t('budget.title')} lead={t('budget.lead')}>
      {data.hosts.some((host) => host.scarce || host.accountScarce) && (
        <Alert color="marigold" icon={<IconAlertTriangle aria-hidden />} title={t('budget.scarce')}>
          {t('budget.scarceWords')}
        </Alert>
      )}
      <Stack gap="sm">
        {data.hosts.map((host) => (
          <HostDay key={host.doctorId} host={host} />
        ))}
      </Stack>
    </Section>
  );
}

function HostDay({ host }: { host: ZoomHostBudget }) {
  const { t } = useTranslation('zoom');
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text>{host.doctorName}</Text>
        <Text size="sm" c="dimmed">
          {t('budget.used', { used: host.used, limit: host.limit })}
        </Text>
      </Group>
      <Progress value={(100 * host.used) / host.limit} color={host.scarce ? 'brick' : 'pine'} aria-label={host.doctorName} />
    </div>
  );
}
