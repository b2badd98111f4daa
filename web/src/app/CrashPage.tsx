import { Button, Group, Text } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { useProblemWords } from '@/components/problemWords';

/** A screen that could not be prepared: what is wrong, and once more. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('common');
  const words = useProblemWords();
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title={t('crash.title')} narrow>
      <Text role="alert">{words(error instanceof Error ? error : null)}</Text>
      <Group>
        <Button onClick={again}>{t('tryAgain')}</Button>
        <Button component="a" href="/clinics" variant="default">
          {t('notFound.home')}
        </Button>
      </Group>
    </Page>
  );
}
