import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useChangeAppointment } from '@/lib/api/appointments/changeAppointment';
import type { Appointment } from '@/lib/api/types';

/** From video to in person and back; time and doctor stay. */
export function ModeSwitch({ clinicId, appointment }: { clinicId: string; appointment: Appointment }) {
  const { t } = useTranslation(['appointments', 'common']);
  const [asking, ask] = useDisclosure();
  const change = useChangeAppointment(clinicId, appointment);
  const other = appointment.mode === 'VIDEO' ? 'IN_PERSON' : 'VIDEO';
  return (
    <>
      <Button variant="default" onClick={ask.open}>
        {t(`mode.open.${other}`)}
      </Button>
      <Modal opened={asking} onClose={ask.close} title={t(`mode.title.${other}`)} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <Stack>
          <Text>{t(`mode.words.${other}`)}</Text>
          <ProblemAlert failure={change.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={ask.close}>
              {t('mode.keep')}
            </Button>
            <Button loading={change.isPending} onClick={() => change.mutate({ mode: other }, { onSuccess: ask.close })}>
              {t(`mode.open.${other}`)}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
