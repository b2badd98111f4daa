import { Paper, Progress as Bar, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Keys } from '@/lib/api/types';
import { isSealedTable, progressOf } from './progressOf';

/** What is left to encrypt anew, kind by kind; nothing where nothing is. */
export function Progress({ keys }: { keys: Keys }) {
  const { t } = useTranslation('keys');
  const heading = useId();
  if (keys.left === 0) return null;
  return (
    <Paper component="section" aria-labelledby={heading}>
      <Title order={2} size="h3" id={heading}>
        {t('progress.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('progress.lead')}
      </Text>
      <Stack>
        {progressOf(keys.keys).map(({ table, done, total }) => {
          const name = isSealedTable(table) ? t(`table.${table}`) : table;
          return (
            <div key={table}>
              <Text size="sm">{t('progress.line', { name, done, total })}</Text>
              <Bar.Root mt={4}>
                <Bar.Section value={(100 * done) / total} aria-label={name} />
              </Bar.Root>
            </div>
          );
        })}
      </Stack>
    </Paper>
  );
}
