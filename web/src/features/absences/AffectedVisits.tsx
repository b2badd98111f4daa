import { NativeSelect, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import block from '@/components/BlockTable.module.css';
import { TextLink } from '@/components/links';
import { useClinic } from '@/lib/api/clinics/readClinic';
import type { AffectedVisit } from '@/lib/api/types';
import { useTimes } from '@/lib/times';
import classes from './AffectedVisits.module.css';
import { CANCEL, choiceOf, type Choices, colleaguesOf, LEAVE, toDoctor, toSlot } from './absenceChoices';

interface Props {
  clinicId: string;
  visits: AffectedVisit[];
  choices: Choices;
  onChoose: (id: string, chosen: string) => void;
}

/** Each visit with what is possible for it. */
export function AffectedVisits({ clinicId, visits, choices, onChoose }: Props) {
  const { t } = useTranslation(['absences', 'common']);
  const { timeZone } = useClinic(clinicId);
  const times = useTimes(timeZone);
  const names = new Map(colleaguesOf(visits).map(({ id, name }) => [id, name]));
  const options = ({ colleagues, later, withOthers }: AffectedVisit) => [
    { value: LEAVE, label: t('choice.leave') },
    ...colleagues.map(({ doctorId, name, free }) => ({
      value: toDoctor(doctorId),
      label: t(free ? 'choice.doctor' : 'choice.doctorBusy', { doctor: name }),
      disabled: !free,
    })),
    ...later.map((slot) => ({ value: toSlot(slot), label: t('choice.later', { when: times.dateTime(slot.start) }) })),
    ...withOthers.map((slot) => ({
      value: toSlot(slot),
      label: t('choice.withOther', { when: times.dateTime(slot.start), doctor: names.get(slot.doctorId) ?? '' }),
    })),
    { value: CANCEL, label: t('choice.cancel') },
  ];
  return (
    <Table className={`${block.table} ${classes.table}`}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('visits.when')}</Table.Th>
          <Table.Th>{t('visits.who')}</Table.Th>
          <Table.Th>{t('visits.what')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {visits.map((visit) => (
          <Table.Tr key={visit.id}>
            <Table.Td className={classes.when}>{times.dateTime(visit.start)}</Table.Td>
            <Table.Td>
              <TextLink to="/clinics/$clinicId/appointments/$id" params={{ clinicId, id: visit.id }} fw={650}>
                {visit.patientName}
              </TextLink>
              <Text size="sm" c="dimmed">
                {t('visits.service', { service: visit.serviceName, mode: t(`common:mode.${visit.mode}`) })}
              </Text>
            </Table.Td>
            <Table.Td>
              <NativeSelect
                aria-label={t('choice.label', { patient: visit.patientName, when: times.dateTime(visit.start) })}
                value={choiceOf(visit, choices)}
                onChange={({ currentTarget }) => onChoose(visit.id, currentTarget.value)}
                data={options(visit)}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
