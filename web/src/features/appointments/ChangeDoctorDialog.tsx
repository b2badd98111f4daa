import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { useChangeAppointment } from '@/lib/api/appointments/changeAppointment';
import { useServices } from '@/lib/api/services/listServices';
import { useStaff } from '@/lib/api/staff/listStaff';
import { BookAnyway } from './BookAnyway';
import type { DialogProps } from './RescheduleDialog';

/** Same time, another doctor of the service; the server says whether that doctor is free. */
export function ChangeDoctorDialog({ clinicId, appointment, opened, onClose }: DialogProps) {
  const { t } = useTranslation(['appointments', 'common']);
  const services = useServices(clinicId);
  const doctors = useStaff(clinicId, 'doctors');
  const change = useChangeAppointment(clinicId, appointment);
  const form = useFields({ doctorId: '' }, change.error);
  const able = services.data?.items.find(({ id }) => id === appointment.serviceId)?.doctorIds ?? [];
  const others = (doctors.data?.items ?? []).filter(({ id }) => able.includes(id) && id !== appointment.doctorId);
  return (
    <Modal opened={opened} onClose={onClose} title={t('changeDoctor.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      {others.length === 0 ? (
        <Text>{t('changeDoctor.nobody')}</Text>
      ) : (
        <Stack>
        <Form
          onSubmit={() => change.mutate(form.values, { onSuccess: onClose })}
          failure={change.error}
          fields={form.names}
          actions={
            <Group justify="flex-end">
              <Button type="submit" loading={change.isPending}>
                {t('changeDoctor.confirm')}
              </Button>
            </Group>
          }
        >
          <Text>{t('changeDoctor.words')}</Text>
          <NativeSelect
            {...form.field('doctorId')}
            label={t('changeDoctor.doctor')}
            required
            data={[{ value: '', label: t('changeDoctor.choose') }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        </Form>
        <BookAnyway
          clinicId={clinicId}
          failure={change.error}
          start={appointment.start}
          pending={change.isPending}
          onOverride={(reason) => change.mutate({ ...form.values, override: { reason } }, { onSuccess: onClose })}
        />
        </Stack>
      )}
    </Modal>
  );
}
