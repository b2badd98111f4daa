import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useCancelFollowing, useMoveFollowing, usePlanFollowing } from '@/lib/api/series/series';
import { dayIn, instantAt } from '@/lib/times';
import type { DialogProps } from '../RescheduleDialog';
import { useReaderTimes } from '../useReaderTimes';
import { inTheWay } from './choices';

/** What moves is listed with what stands in its way before anything is saved. */
export function MoveFollowingDialog({ clinicId, appointment, opened, onClose }: DialogProps) {
  const { t } = useTranslation(['series', 'common']);
  const times = useReaderTimes(clinicId);
  const [wall, setWall] = useState(() => wallClock(times.clinicZone, appointment.start));
  const plan = usePlanFollowing(clinicId, appointment.id);
  const move = useMoveFollowing(clinicId, appointment.id);
  const start = instantOf(times.clinicZone, wall);
  const close = () => {
    plan.reset();
    move.reset();
    onClose();
  };
  const planned = plan.data?.items ?? [];
  const obstacles = inTheWay(planned);
  return (
    <Modal opened={opened} onClose={close} title={t('moveTitle')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack>
        <Text>{t('moveWords')}</Text>
        <TextInput
          type="datetime-local"
          label={t('newStart')}
          description={t('zone', { zone: times.clinicZone })}
          value={wall}
          onChange={({ currentTarget }) => {
            plan.reset();
            setWall(currentTarget.value);
          }}
        />
        <Group>
          <Button variant="default" disabled={!start} loading={plan.isPending} onClick={() => start && plan.mutate(start)}>
            {t('plan')}
          </Button>
        </Group>
        {planned.length > 0 && (
          <ul>
            {planned.map((visit) => (
              <li key={visit.start}>
                {times.dateTime(visit.start)}
                {visit.obstacle && ` · ${t(`obstacle.${visit.obstacle}`)}`}
              </li>
            ))}
          </ul>
        )}
        {obstacles.length > 0 && <Text fw={600}>{t('moveObstacles', { count: obstacles.length })}</Text>}
        <ProblemAlert failure={plan.error ?? move.error} />
        {planned.length > 0 && (
          <Group justify="flex-end">
            <Button disabled={obstacles.length > 0} loading={move.isPending} onClick={() => start && move.mutate(start, { onSuccess: close })}>
              {t('move', { count: planned.length })}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}

export function CancelFollowingDialog({ clinicId, appointment, opened, onClose }: DialogProps) {
  const { t } = useTranslation('series');
  const [reason, setReason] = useState('');
  const cancel = useCancelFollowing(clinicId, appointment.id);
  return (
    <ConfirmDialog
      destructive
      opened={opened}
      onClose={onClose}
      title={t('cancelTitle')}
      keep={t('keep')}
      confirm={t('cancelConfirm')}
      onConfirm={() => cancel.mutate(reason.trim() || undefined, { onSuccess: onClose })}
      pending={cancel.isPending}
      failure={cancel.error}
    >
      <Text>{t('cancelWords')}</Text>
      <TextInput label={t('cancelReason')} value={reason} maxLength={500} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
    </ConfirmDialog>
  );
}

/** As a `datetime-local` field has it. */
function wallClock(zone: string, instant: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
  return `${dayIn(zone, instant)}T${time}`;
}

function instantOf(zone: string, wall: string): string | undefined {
  const [day, time] = wall.split('T');
  const [hours, minutes] = (time ?? '').split(':').map(Number);
  if (!day || hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return undefined;
  return instantAt(zone, day, hours * 60 + minutes);
}
