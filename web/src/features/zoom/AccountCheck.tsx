import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { Connection } from '@/lib/api/types';
import { useCheckConnection } from '@/lib/api/zoom/checkConnection';
import { Findings } from './Findings';

interface Props {
  clinicId: string;
  doctorId: string;
  connection: Connection;
}

/** What was found out when the account was connected, with one meeting made on trial. */
export function AccountCheck({ clinicId, doctorId, connection: { findings, checked } }: Props) {
  const { t } = useTranslation('zoom');
  const check = useCheckConnection(clinicId, doctorId);
  return (
    <Paper component="section" aria-labelledby="check">
      <Stack align="flex-start">
        <div>
          <Title order={2} id="check">
            {t('check.title')}
          </Title>
          <Text c="dimmed">{t('check.lead')}</Text>
        </div>
        <Findings findings={findings} />
        <div role="status">
          {!checked && <Text>{t('check.running')}</Text>}
          {checked && findings.length === 0 && (
            <Group gap="xs">
              <IconCircleCheck size={20} aria-hidden />
              <Text>{t('check.good')}</Text>
            </Group>
          )}
        </div>
        <ProblemAlert failure={check.error} />
        {checked && (
          <Button variant="outline" loading={check.isPending} onClick={() => check.mutate()}>
            {t('check.again')}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}
