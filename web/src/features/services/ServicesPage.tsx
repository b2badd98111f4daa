import { Paper } from '@mantine/core';
import { IconStethoscope } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { RowList } from '@/components/RowList';
import { useMe } from '@/lib/api/clinics/readMe';
import { useServices } from '@/lib/api/services/listServices';
import { useStaff } from '@/lib/api/staff/listStaff';
import { NewServiceButton } from './ServiceDialogs';
import { ServiceRow } from './ServiceRow';

export function ServicesPage({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('services');
  const managing = useMe(clinicId).may('MANAGE_SERVICES');
  const services = useServices(clinicId);
  const doctors = useStaff(clinicId, 'doctors');
  const nameOf = (id: string) => doctors.data?.items.find((doctor) => doctor.id === id)?.name;
  return (
    <Page title={t('title')} actions={managing && <NewServiceButton clinicId={clinicId} />}>
      <Loaded query={services}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconStethoscope size={40} stroke={1.4} aria-hidden />} title={t('empty')}>
              {t('emptyHint')}
            </Empty>
          ) : (
            <Paper>
              <RowList>
                {items.map((service) => (
                  <ServiceRow key={service.id} doctors={service.doctorIds.map(nameOf).filter(Boolean).join(', ')} {...{ clinicId, service, managing }} />
                ))}
              </RowList>
            </Paper>
          )
        }
      </Loaded>
    </Page>
  );
}
