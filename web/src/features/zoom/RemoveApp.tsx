import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { useWriteZoomApp } from '@/lib/api/zoom/writeZoomApp';

export function RemoveApp({ clinicId, section }: { clinicId?: string; section: 'oauth' | 'serverToServer' }) {
  const { t } = useTranslation('zoom');
  const [asking, ask] = useDisclosure();
  const write = useWriteZoomApp(clinicId);
  return (
    <>
      <Button variant="subtle" color="brick" onClick={ask.open}>
        {t('app.remove')}
      </Button>
      <ConfirmDialog
        destructive
        opened={asking}
        onClose={ask.close}
        title={t('app.removeTitle')}
        keep={t('app.removeKeep')}
        confirm={t('app.remove')}
        onConfirm={() => write.mutate({ [section]: null }, { onSuccess: ask.close })}
        pending={write.isPending}
        failure={write.error}
      >
        <Text>{t('app.removeWords')}</Text>
      </ConfirmDialog>
    </>
  );
}
