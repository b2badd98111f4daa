import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { useChangeAppointment } from '@/lib/api/appointments/changeAppointment';
import { useServices } from '@/lib/api/services/listServices';
import { BookAnyway } from './BookAnyway';
import type { DialogProps } from './RescheduleDialog';

/** Same start and doctor, another service; with it the visit may become longer or shorter. */
export function ChangeServiceDialog({ clinicId, appointment, opened, onClose }: DialogProps) {
  const { t } = useTranslation(['appointments', 'common']);
  const services = useServices(clinicId);
  const change = useChangeAppointment(clinicId, appointment);
  const form = useFields({ serviceId: '' }, change.error);
  const others = (services.data?.items ?? []).filter(({ id, doctorIds }) => id !== appointment.serviceId && doctorIds.includes(appointment.doctorId));
  const submit = (override?: { reason: string }) => change.mutate({ ...form.values, ...(override && { override }) }, { onSuccess: onClose });
  return (
    <Modal opened={opened} onClose={onClose} title={t('changeService.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      {others.length === 0 ? (
        <Text>{t('changeService.none')}</Text>
      ) : (
        <Stack>
          <Form
            onSubmit={() => submit()}
            failure={change.error}
            fields={form.names}
            actions={
              <Group justify="flex-end">
                <Button type="submit" loading={change.isPending}>
                  {t('changeService.confirm')}
                </Button>
              </Group>
            }
          >
            <Text>{t('changeService.words')}</Text>
            <NativeSelect
              {...form.field('serviceId')}
              label={t('changeService.service')}
              required
              data={[
                { value: '', label: t('changeService.choose') },
                ...others.map(({ id, name, durationMinutes }) => ({ value: id, label: t('changeService.option', { name, minutes: durationMinutes }) })),
              ]}
            />
          </Form>
          <BookAnyway clinicId={clinicId} failure={change.error} start={appointment.start} pending={change.isPending} onOverride={(reason) => submit({ reason })} />
        </Stack>
      )}
    </Modal>
  );
}
