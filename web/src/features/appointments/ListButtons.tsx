import { Button } from '@mantine/core';
import { IconPrinter, IconTableExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type AppointmentSearch, appointmentsExport } from '@/lib/api/appointments/listAppointments';
import { useMe } from '@/lib/api/clinics/readMe';

/** What is seen, on paper or as a table. */
export function ListButtons({ clinicId, search }: { clinicId: string; search: AppointmentSearch }) {
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
        {t('list.print')}
      </Button>
      {me.may('EXPORT_APPOINTMENTS') && (
        <Button variant="default" component="a" href={appointmentsExport(clinicId, search)} download leftSection={<IconTableExport size={18} aria-hidden />}>
          {t('list.export')}
        </Button>
      )}
    </>
  );
}
