import { Alert, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useTestZoomApp } from '@/lib/api/zoom/testZoomApp';

/** Tries what is stored against Zoom and says in words what came of it. */
export function TestConnection({ clinicId }: { clinicId?: string }) {
  const { t } = useTranslation('zoom');
  const test = useTestZoomApp(clinicId);
  return (
    <Paper component="section" aria-labelledby="test-connection">
      <Stack align="flex-start">
        <div>
          <Title order={2} id="test-connection">
            {t('test.title')}
          </Title>
          <Text c="dimmed">{t('test.lead')}</Text>
        </div>
        <ProblemAlert failure={test.error} />
        {test.data && (
          <Alert
            role="status"
            color={test.data.ok ? 'pine' : 'brick'}
            icon={test.data.ok ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
            title={t(test.data.ok ? 'test.ok' : 'test.failed')}
          >
            {test.data.message}
          </Alert>
        )}
        <Button variant="outline" loading={test.isPending} onClick={() => test.mutate()}>
          {t('test.button')}
        </Button>
      </Stack>
    </Paper>
  );
}
