import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { type AbsenceRange, useAbsence } from '@/lib/api/absences/readAbsence';
import { useClinic } from '@/lib/api/clinics/readClinic';
import { useMe } from '@/lib/api/clinics/readMe';
import { isPresent, useStaff } from '@/lib/api/staff/listStaff';
import { useTimes } from '@/lib/times';
import { AbsenceForm } from './AbsenceForm';
import type { AbsenceSearch } from './absenceChoices';
import { RangeForm } from './RangeForm';

interface Props {
  clinicId: string;
  search: AbsenceSearch;
  onSearch: (search: AbsenceSearch) => void;
}

/** A doctor is away: every visit that hits is seen to here, and told. */
export function AbsencePage({ clinicId, search, onSearch }: Props) {
  const { t } = useTranslation(['absences', 'common']);
  const me = useMe(clinicId);
  const { timeZone } = useClinic(clinicId);
  const times = useTimes(timeZone);
  const choosing = me.administrator || me.roles.some((role) => role === 'CLINIC_ADMIN' || role === 'RECEPTIONIST');
  const doctors = useStaff(clinicId, 'doctors', choosing);
  const items = doctors.data?.items ?? [];
  const doctorId = (choosing ? search.doctorId : undefined) ?? me.doctorId ?? items.find(isPresent)?.id;
  const { date, lastDate, from, to } = search;
  return (
    <Page title={t('title')} lead={t('common:timesIn', { zone: times.zoneName(new Date().toISOString()) })}>
      {choosing && (
        <NativeSelect
          label={t('doctor')}
          maw={360}
          value={doctorId ?? ''}
          onChange={({ currentTarget }) => onSearch({ ...search, doctorId: currentTarget.value })}
          data={items.filter((person) => isPresent(person) || person.id === doctorId).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <RangeForm key={`${date} ${lastDate} ${from} ${to}`} range={search} onRange={(range) => onSearch({ doctorId: search.doctorId, ...range })} />
      {doctorId && date && lastDate && (
        <Plan key={`${doctorId} ${date} ${lastDate} ${from} ${to}`} clinicId={clinicId} doctorId={doctorId} range={{ date, lastDate, ...(from && to && { from, to }) }} />
      )}
    </Page>
  );
}

function Plan({ clinicId, doctorId, range }: { clinicId: string; doctorId: string; range: AbsenceRange }) {
  const plan = useAbsence(clinicId, doctorId, range);
  return (
    <Loaded query={plan}>
      {(found) => <AbsenceForm {...{ clinicId, doctorId, range }} plan={found} />}
    </Loaded>
  );
}
