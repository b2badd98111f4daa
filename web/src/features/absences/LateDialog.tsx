import { Alert, Button, Group, List, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useAnnounceDelay } from '@/lib/api/absences/announceDelay';
import { useDelay } from '@/lib/api/absences/readDelay';
import { useClinic } from '@/lib/api/clinics/readClinic';
import { useMe } from '@/lib/api/clinics/readMe';
import { isPresent, useStaff } from '@/lib/api/staff/listStaff';
import type { DelayedVisit } from '@/lib/api/types';
import { useTimes } from '@/lib/times';
import { newsFor } from './delayNews';
import { PatientMessages } from './PatientMessages';

const FIGURES = [10, 20, 30];

/** Whose delay: a doctor's own; the front desk says whose. */
export function LateDialog({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('absences');
  const me = useMe(clinicId);
  const [chosen, setChosen] = useState<string>();
  const doctors = useStaff(clinicId, 'doctors', me.doctorId === undefined);
  const present = (doctors.data?.items ?? []).filter(isPresent);
  const doctorId = me.doctorId ?? chosen ?? present[0]?.id;
  return (
    <Stack>
      {me.doctorId === undefined && (
        <Loaded query={doctors}>
          {() => (
            <NativeSelect
              label={t('doctor')}
              value={doctorId ?? ''}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
              data={present.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Loaded>
      )}
      {doctorId && <Late key={doctorId} clinicId={clinicId} doctorId={doctorId} />}
    </Stack>
  );
}

function Late({ clinicId, doctorId }: { clinicId: string; doctorId: string }) {
  const { t } = useTranslation('absences');
  const [minutes, setMinutes] = useState(FIGURES[0] ?? 10);
  const delay = useDelay(clinicId, doctorId, minutes);
  const announce = useAnnounceDelay(clinicId, doctorId);
  const told = announce.data?.items;
  const choose = (figure: string) => {
    announce.reset();
    setMinutes(Number(figure));
  };
  return (
    <>
      <Radio.Group label={t('late.howMuch')} value={String(minutes)} onChange={choose}>
        <Group mt="xs">
          {FIGURES.map((figure) => (
            <Radio key={figure} value={String(figure)} label={t('late.minutes', { count: figure })} />
          ))}
        </Group>
      </Radio.Group>
      <Loaded query={delay}>
        {({ items }) => (
          <Concerned
            clinicId={clinicId}
            visits={items}
            minutes={minutes}
            pending={announce.isPending}
            onTell={() => announce.mutate(minutes)}
            onTakeBack={() => announce.mutate(undefined)}
          />
        )}
      </Loaded>
      <ProblemAlert failure={announce.error} />
      {told && (
        <Alert role="status" color="pine" icon={<IconCheck aria-hidden />}>
          {t('late.told', { count: told.filter(({ message }) => message.email).length })}
        </Alert>
      )}
    </>
  );
}

interface Props {
  clinicId: string;
  visits: DelayedVisit[];
  minutes: number;
  pending: boolean;
  onTell: () => void;
  onTakeBack: () => void;
}

function Concerned({ clinicId, visits, minutes, pending, onTell, onTakeBack }: Props) {
  const { t } = useTranslation('absences');
  const { timeZone } = useClinic(clinicId);
  const times = useTimes(timeZone);
  const news = newsFor(visits, minutes);
  const told = visits.filter((visit) => visit.told !== undefined);
  if (visits.length === 0) return <Text>{t('late.nobody')}</Text>;
  return (
    <>
      {told.length > 0 && (
        <List size="sm">
          {told.map((visit) => (
            <List.Item key={visit.message.appointmentId}>
              {t('late.toldBefore', { time: times.time(visit.start), patient: visit.message.patientName, count: visit.told })}
            </List.Item>
          ))}
        </List>
      )}
      {news.length > 0 ? <PatientMessages messages={news.map(({ message }) => message)} /> : <Text>{t('late.allTold', { count: minutes })}</Text>}
      <Group>
        {news.length > 0 && (
          <Button loading={pending} onClick={onTell}>
            {t('late.tell', { count: news.length })}
          </Button>
        )}
        {told.length > 0 && (
          <Button variant="outline" loading={pending} onClick={onTakeBack}>
            {t('late.takeBack')}
          </Button>
        )}
      </Group>
    </>
  );
}
