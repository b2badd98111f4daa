import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconClockPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LateDialog } from './LateDialog';

/** A doctor runs late, and whoever comes later is told. */
export function LateButton({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation(['absences', 'common']);
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconClockPause size={18} aria-hidden />} onClick={dialog.open}>
        {t('late.open')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} size="lg" title={t('late.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <LateDialog clinicId={clinicId} />
      </Modal>
    </>
  );
}
