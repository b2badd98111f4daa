import { Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RowList } from '@/components/RowList';
import { StateBadge } from '@/components/StateBadge';
import type { ReadinessItem } from '@/lib/api/types';

const LOOKS = {
  RED: { tone: 'trouble', icon: IconAlertTriangle },
  AMBER: { tone: 'attention', icon: IconHelpCircle },
  GREEN: { tone: 'good', icon: IconCircleCheck },
} as const;

/** Each check with its state, what it rests on, and how to turn it green. */
export function ReadinessList({ items }: { items: ReadinessItem[] }) {
  const { t } = useTranslation('readiness');
  return (
    <Paper component="section" aria-label={t('list')} p="lg">
      <RowList>
        {items.map(({ id, title, state, evidence, remedy }) => (
          <li key={id}>
            <Stack gap={4} py="sm" style={{ overflowWrap: 'anywhere' }}>
              <Title order={2} size="h4">
                {title}
              </Title>
              <div>
                <StateBadge {...LOOKS[state]}>{t(`state.${state}`)}</StateBadge>
              </div>
              <Text>{evidence}</Text>
              {remedy && (
                <Text size="sm" c="dimmed">
                  {t('remedy', { remedy })}
                </Text>
              )}
            </Stack>
          </li>
        ))}
      </RowList>
    </Paper>
  );
}
