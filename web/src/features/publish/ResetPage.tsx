import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { useChangePage } from '@/lib/api/marketplace/publicPages';

export function ResetPage({ page, version, clinicId }: { page: string; version: number; clinicId?: string }) {
  const { t } = useTranslation('papers');
  const [asking, ask] = useDisclosure();
  const reset = useChangePage(page, clinicId);
  return (
    <>
      <Button variant="subtle" onClick={ask.open}>
        {t('reset.button')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        title={t('reset.title')}
        keep={t('reset.keep')}
        confirm={t('reset.button')}
        onConfirm={() => reset.mutate({ version, reset: true }, { onSuccess: ask.close })}
        pending={reset.isPending}
        failure={reset.error}
      >
        <Text>{t('reset.words')}</Text>
      </ConfirmDialog>
    </>
  );
}
