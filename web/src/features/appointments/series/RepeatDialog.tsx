import { Button, Checkbox, Group, Modal, NativeSelect, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import block from '@/components/BlockTable.module.css';
import { ProblemAlert } from '@/components/ProblemAlert';
import { usePlanRepetition, useRepeat } from '@/lib/api/series/series';
import type { PlannedVisit } from '@/lib/api/types';
import { addDays, dayIn } from '@/lib/times';
import type { DialogProps } from '../RescheduleDialog';
import { useReaderTimes } from '../useReaderTimes';
import { chosenStarts, type Choice, initialChoices, LEAVE_OUT } from './choices';

const MOST = 52;

/** How often and how long, then the dates with what stands in their way, then all of them at once. */
export function RepeatDialog({ clinicId, appointment, opened, onClose }: DialogProps) {
  const { t } = useTranslation(['series', 'common']);
  const times = useReaderTimes(clinicId);
  const firstDay = dayIn(times.clinicZone, appointment.start);
  const [everyWeeks, setEveryWeeks] = useState(1);
  const [ends, setEnds] = useState<'count' | 'until'>('count');
  const [count, setCount] = useState(6);
  const [until, setUntil] = useState(() => addDays(firstDay, 6 * 7));
  const plan = usePlanRepetition(clinicId, appointment.id);
  const close = () => {
    plan.reset();
    onClose();
  };
  const edited = <T,>(set: (value: T) => void) => (value: T) => {
    plan.reset();
    set(value);
  };
  return (
    <Modal opened={opened} onClose={close} size="lg" title={t('title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack>
        <Group align="flex-end">
          <NativeSelect
            label={t('every')}
            value={String(everyWeeks)}
            onChange={({ currentTarget }) => edited(setEveryWeeks)(Number(currentTarget.value))}
            data={[1, 2, 3, 4, 6, 8, 12].map((weeks) => ({ value: String(weeks), label: t('weeks', { count: weeks }) }))}
          />
          <NativeSelect
            label={t('ends')}
            value={ends}
            onChange={({ currentTarget }) => edited(setEnds)(currentTarget.value === 'until' ? 'until' : 'count')}
            data={[
              { value: 'count', label: t('endsAfter') },
              { value: 'until', label: t('endsOn') },
            ]}
          />
          {ends === 'count' ? (
            <NumberInput
              label={t('count')}
              min={2}
              max={MOST}
              clampBehavior="strict"
              value={count}
              onChange={(value) => edited(setCount)(Number(value) || 2)}
            />
          ) : (
            <TextInput
              type="date"
              label={t('until')}
              min={firstDay}
              value={until}
              onChange={({ currentTarget }) => edited(setUntil)(currentTarget.value)}
            />
          )}
          <Button
            variant="default"
            disabled={ends === 'until' && !until}
            onClick={() => plan.mutate({ everyWeeks, ...(ends === 'count' ? { count } : { until }) })}
            loading={plan.isPending}
          >
            {t('plan')}
          </Button>
        </Group>
        <ProblemAlert failure={plan.error} />
        {plan.data && plan.data.items.length === 0 && <Text>{t('none')}</Text>}
        {plan.data && plan.data.items.length > 0 && (
          <Dates key={plan.submittedAt} {...{ clinicId, appointment, everyWeeks, planned: plan.data.items }} onDone={close} />
        )}
      </Stack>
    </Modal>
  );
}

interface DatesProps extends Pick<DialogProps, 'clinicId' | 'appointment'> {
  everyWeeks: number;
  planned: PlannedVisit[];
  onDone: () => void;
}

function Dates({ clinicId, appointment, everyWeeks, planned, onDone }: DatesProps) {
  const { t } = useTranslation('series');
  const [choices, setChoices] = useState<Choice[]>(() => initialChoices(planned));
  const repeat = useRepeat(clinicId, appointment.id);
  const starts = chosenStarts(choices);
  return (
    <>
      <Text size="sm">{t('planned')}</Text>
      <Table className={block.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('date')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th>
            <Table.Th>{t('time')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {planned.map((visit, i) => (
            <Row
              key={visit.start}
              {...{ clinicId, visit }}
              choice={choices[i] ?? LEAVE_OUT}
              onChoose={(choice) => setChoices((before) => before.map((one, j) => (j === i ? choice : one)))}
            />
          ))}
        </Table.Tbody>
      </Table>
      <ProblemAlert failure={repeat.error} />
      <Group justify="flex-end">
        {starts.length === 0 && <Text c="dimmed">{t('nothing')}</Text>}
        <Button disabled={starts.length === 0} loading={repeat.isPending} onClick={() => repeat.mutate({ everyWeeks, starts }, { onSuccess: onDone })}>
          {t('book', { count: starts.length })}
        </Button>
      </Group>
    </>
  );
}

interface RowProps {
  clinicId: string;
  visit: PlannedVisit;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

function Row({ clinicId, visit, choice, onChoose }: RowProps) {
  const { t } = useTranslation('series');
  const times = useReaderTimes(clinicId);
  const { start, obstacle, alternatives } = visit;
  const date = times.shortDate(start);
  return (
    <Table.Tr>
      <Table.Td>{date}</Table.Td>
      <Table.Td>{obstacle ? t(`obstacle.${obstacle}`) : t('free')}</Table.Td>
      <Table.Td>
        {obstacle ? (
          <NativeSelect
            aria-label={t('instead', { date })}
            value={choice}
            onChange={({ currentTarget }) => onChoose(currentTarget.value)}
            data={[{ value: LEAVE_OUT, label: t('leaveOut') }, ...alternatives.map((slot) => ({ value: slot.start, label: times.time(slot.start) }))]}
          />
        ) : (
          <Checkbox
            label={times.time(start)}
            aria-label={times.dateTime(start)}
            checked={choice !== LEAVE_OUT}
            onChange={({ currentTarget }) => onChoose(currentTarget.checked ? start : LEAVE_OUT)}
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
}
