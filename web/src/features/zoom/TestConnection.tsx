import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Trial } from '@/components/Trial';
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
        <Trial trial={test} works={t('test.ok')} fails={t('test.failed')} button={t('test.button')} />
      </Stack>
    </Paper>
  );
}
