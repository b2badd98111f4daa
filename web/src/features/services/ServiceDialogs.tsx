import { Button, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { useChangeService } from '@/lib/api/services/changeService';
import { useCreateService } from '@/lib/api/services/createService';
import type { Service } from '@/lib/api/types';
import { detailsOf, fieldsOf } from './details';
import { ServiceForm } from './ServiceForm';

export function NewServiceButton({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation(['services', 'common']);
  const [opened, dialog] = useDisclosure();
  const create = useCreateService(clinicId);
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={dialog.open}>
        {t('new')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={t('new')} closeButtonProps={{ 'aria-label': t('common:close') }} size="lg">
        <ServiceForm clinicId={clinicId} onSave={(service) => create.mutate(service, { onSuccess: dialog.close })} pending={create.isPending} failure={create.error} />
      </Modal>
    </>
  );
}

export function EditService({ clinicId, service }: { clinicId: string; service: Service }) {
  const { t } = useTranslation(['services', 'common']);
  const [opened, dialog] = useDisclosure();
  const change = useChangeService(clinicId, service.id);
  return (
    <>
      <Button variant="subtle" size="sm" onClick={dialog.open} aria-label={t('editNamed', { name: service.name })}>
        {t('edit')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={t('editNamed', { name: service.name })} closeButtonProps={{ 'aria-label': t('common:close') }} size="lg">
        <ServiceForm clinicId={clinicId} service={service} onSave={(changed) => change.mutate(changed, { onSuccess: dialog.close })} pending={change.isPending} failure={change.error} />
      </Modal>
    </>
  );
}

/** Ends a service, or lets it begin again. */
export function EndService({ clinicId, service }: { clinicId: string; service: Service }) {
  const { t } = useTranslation('services');
  const [asking, ask] = useDisclosure();
  const change = useChangeService(clinicId, service.id);
  const set = (active: boolean) => change.mutate(detailsOf(fieldsOf(service), service.doctorIds, active), { onSuccess: ask.close });
  if (!service.active) {
    return (
      <Button variant="subtle" size="sm" loading={change.isPending} onClick={() => set(true)} aria-label={t('offerNamed', { name: service.name })}>
        {t('offer')}
      </Button>
    );
  }
  return (
    <>
      <Button variant="subtle" color="brick" size="sm" onClick={ask.open} aria-label={t('endNamed', { name: service.name })}>
        {t('end')}
      </Button>
      <ConfirmDialog
        destructive
        opened={asking}
        onClose={ask.close}
        title={t('endTitle', { name: service.name })}
        keep={t('endKeep')}
        confirm={t('endConfirm')}
        onConfirm={() => set(false)}
        pending={change.isPending}
        failure={change.error}
      >
        <Text>{t('endWords')}</Text>
      </ConfirmDialog>
    </>
  );
}
