import { Alert, NativeSelect } from '@mantine/core';
import { IconCalendarClock, IconWorld } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { ButtonLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { useAvailability } from '@/lib/api/availability/readAvailability';
import { useClinic } from '@/lib/api/clinics/readClinic';
import { useMe } from '@/lib/api/clinics/readMe';
import { isPresent, useStaff } from '@/lib/api/staff/listStaff';
import { browserZone, sameClock, useTimes } from '@/lib/times';
import { AvailabilityForm } from './AvailabilityForm';

interface Props {
  clinicId: string;
  doctorId?: string;
  onDoctor: (doctorId: string) => void;
}

/** A doctor's hours: their own for a doctor, anyone's for the clinic admin. */
export function AvailabilityPage({ clinicId, doctorId, onDoctor }: Props) {
  const { t } = useTranslation(['availability', 'common']);
  const me = useMe(clinicId);
  const clinic = useClinic(clinicId);
  const times = useTimes(clinic.timeZone);
  const here = useTimes(browserZone());
  const [now] = useState(() => new Date().toISOString());
  const choosing = me.administrator || me.roles.some((role) => role === 'CLINIC_ADMIN' || role === 'RECEPTIONIST');
  const doctors = useStaff(clinicId, 'doctors', choosing);
  const shown = (choosing ? doctorId : undefined) ?? me.doctorId ?? (choosing ? doctors.data?.items.find(isPresent)?.id : undefined);
  return (
    <Page
      title={t('title')}
      actions={
        me.may('MANAGE_ABSENCE') && (
          <ButtonLink variant="outline" to="/clinics/$clinicId/absences" params={{ clinicId }} search={{ doctorId: shown }}>
            {t('openAbsence')}
          </ButtonLink>
        )
      }
      lead={t('common:timesIn', { zone: times.zoneName(now) })}
    >
      {!sameClock(browserZone(), clinic.timeZone, now) && (
        <Alert color="sky" icon={<IconWorld aria-hidden />} title={t('zone.title')}>
          {t('zone.words', { clinic: times.zoneName(now), here: here.zoneName(now) })}
        </Alert>
      )}
      {choosing && (
        <Loaded query={doctors}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon={<IconCalendarClock size={40} stroke={1.4} aria-hidden />} title={t('noDoctors')}>
                {t('noDoctorsHint')}
              </Empty>
            ) : (
              <NativeSelect
                label={t('doctor')}
                maw={360}
                value={shown}
                onChange={({ currentTarget }) => onDoctor(currentTarget.value)}
                data={items.filter(isPresent).map(({ id, name }) => ({ value: id, label: name }))}
              />
            )
          }
        </Loaded>
      )}
      {shown && <Hours key={shown} clinicId={clinicId} doctorId={shown} />}
    </Page>
  );
}

function Hours({ clinicId, doctorId }: { clinicId: string; doctorId: string }) {
  const availability = useAvailability(clinicId, doctorId);
  return <Loaded query={availability}>{(stored) => <AvailabilityForm clinicId={clinicId} doctorId={doctorId} stored={stored} />}</Loaded>;
}
