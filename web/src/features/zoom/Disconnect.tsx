import { Button, Checkbox, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { useDisconnectZoom } from '@/lib/api/zoom/disconnectZoom';

interface Props {
  clinicId: string;
  doctorId: string;
  upcomingMeetings: number;
}

/** With meetings ahead it is offered to take them out of Zoom first, while that can still be done. */
export function Disconnect({ clinicId, doctorId, upcomingMeetings }: Props) {
  const { t } = useTranslation('zoom');
  const [asking, ask] = useDisclosure();
  const [removeMeetings, setRemoveMeetings] = useState(true);
  const disconnect = useDisconnectZoom(clinicId, doctorId);
  return (
    <>
      <Button variant="subtle" color="brick" onClick={ask.open}>
        {t('disconnect.open')}
      </Button>
      <ConfirmDialog
        destructive
        opened={asking}
        onClose={ask.close}
        title={t('disconnect.title')}
        keep={t('disconnect.keep')}
        confirm={t('disconnect.confirm')}
        onConfirm={() => disconnect.mutate(upcomingMeetings > 0 && removeMeetings, { onSuccess: ask.close })}
        pending={disconnect.isPending}
        failure={disconnect.error}
      >
        <Text>{t('disconnect.words')}</Text>
        {upcomingMeetings > 0 && (
          <Checkbox
            checked={removeMeetings}
            onChange={({ currentTarget }) => setRemoveMeetings(currentTarget.checked)}
            label={t('disconnect.remove', { count: upcomingMeetings })}
            description={t('disconnect.removeHint')}
          />
        )}
      </ConfirmDialog>
    </>
  );
}
