import { IconStethoscope } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { useServices } from '@/lib/api/services/listServices';
import { useStaff } from '@/lib/api/staff/listStaff';
import type { BookSearch } from './appointmentSearch';
import { BookingForm } from './BookingForm';

export interface BookPageProps {
  clinicId: string;
  search: BookSearch;
  onSearch: (search: BookSearch) => void;
  onBooked: (appointmentId: string) => void;
  /** The form for a patient the clinic does not know yet. */
  newPatient: (created: (patient: { id: string; name: string }) => void, cancel: () => void) => ReactNode;
}

export function BookPage(props: BookPageProps) {
  const { t } = useTranslation('appointments');
  const services = useServices(props.clinicId);
  const doctors = useStaff(props.clinicId, 'doctors');
  return (
    <Page title={t('book.title')}>
      <Loaded query={services}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconStethoscope size={40} stroke={1.4} aria-hidden />} title={t('book.noServices')}>
              {t('book.noServicesHint')}
            </Empty>
          ) : (
            <Loaded query={doctors}>
              {(found) => <BookingForm {...props} services={items} doctors={found.items} />}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}
