import { Button, Group, Modal, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMapPin, IconPlus, IconStethoscope, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { RowList } from '@/components/RowList';
import { StateBadge } from '@/components/StateBadge';
import { useMe } from '@/lib/api/clinics/readMe';
import { useServices } from '@/lib/api/services/listServices';
import { useStaff } from '@/lib/api/staff/listStaff';
import { ServiceForm } from './ServiceForm';

export function ServicesPage({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation(['services', 'common']);
  const me = useMe(clinicId);
  const services = useServices(clinicId);
  const doctors = useStaff(clinicId, 'doctors');
  const nameOf = (id: string) => doctors.data?.items.find((doctor) => doctor.id === id)?.name;
  return (
    <Page title={t('title')} actions={me.may('MANAGE_SERVICES') && <NewService clinicId={clinicId} />}>
      <Loaded query={services}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconStethoscope size={40} stroke={1.4} aria-hidden />} title={t('empty')}>
              {t('emptyHint')}
            </Empty>
          ) : (
            <Paper>
              <RowList>
                {items.map(({ id, name, mode, durationMinutes, doctorIds }) => (
                  <Group key={id} component="li" justify="space-between">
                    <div>
                      <Text fw={650}>{name}</Text>
                      <Text size="sm" c="dimmed">
                        {t('line', { minutes: durationMinutes, doctors: doctorIds.map(nameOf).filter(Boolean).join(', ') })}
                      </Text>
                    </div>
                    <StateBadge tone="plain" icon={mode === 'VIDEO' ? IconVideo : IconMapPin}>
                      {t(`common:mode.${mode}`)}
                    </StateBadge>
                  </Group>
                ))}
              </RowList>
            </Paper>
          )
        }
      </Loaded>
    </Page>
  );
}

function NewService({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation(['services', 'common']);
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={dialog.open}>
        {t('new')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={t('new')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <ServiceForm clinicId={clinicId} onDone={dialog.close} />
      </Modal>
    </>
  );
}
