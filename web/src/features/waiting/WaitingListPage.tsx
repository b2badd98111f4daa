import { Button, Group, Modal, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHourglass, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Empty } from '@/components/Empty';
import { TextLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { RowList } from '@/components/RowList';
import { StateBadge } from '@/components/StateBadge';
import { useMe } from '@/lib/api/clinics/readMe';
import type { WaitingEntry } from '@/lib/api/types';
import { useLeaveWaitingList, useWaitingList } from '@/lib/api/waiting/waitingList';
import { useTimes } from '@/lib/times';
import { JoinWaitingList } from './JoinWaitingList';
import { Offers } from './Offers';

export function WaitingListPage({ clinicId, zone }: { clinicId: string; zone: string }) {
  const { t } = useTranslation(['waiting', 'common']);
  const me = useMe(clinicId);
  const entries = useWaitingList(clinicId);
  const [opened, dialog] = useDisclosure();
  const words = t(me.staff ? 'add' : 'addMe');
  return (
    <Page
      title={t('title')}
      lead={t(me.staff ? 'leadStaff' : 'leadPatient')}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={dialog.open}>
          {words}
        </Button>
      }
    >
      <Modal opened={opened} onClose={dialog.close} title={words} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <JoinWaitingList clinicId={clinicId} zone={zone} onDone={dialog.close} />
      </Modal>
      <Loaded query={entries}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconHourglass size={40} stroke={1.4} aria-hidden />} title={t('empty')}>
              {t(me.staff ? 'emptyStaff' : 'emptyPatient')}
            </Empty>
          ) : (
            <Paper>
              <RowList>
                {items.map((entry) => (
                  <EntryRow key={entry.id} {...{ clinicId, zone, entry }} />
                ))}
              </RowList>
            </Paper>
          )
        }
      </Loaded>
    </Page>
  );
}

const tones = { WAITING: 'info', BOOKED: 'plain', REMOVED: 'plain' } as const;

function EntryRow({ clinicId, zone, entry }: { clinicId: string; zone: string; entry: WaitingEntry }) {
  const { t } = useTranslation('waiting');
  const times = useTimes(zone);
  const { patientName, serviceName, doctorName, firstDate, lastDate, fromTime, toTime, status, appointmentId } = entry;
  const days = { first: times.day(firstDate), last: times.day(lastDate) };
  return (
    <Stack component="li" gap="xs">
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={650}>{patientName}</Text>
          <Text size="sm">{t('line', { service: serviceName, doctor: doctorName ?? t('anyDoctor') })}</Text>
          <Text size="sm" c="dimmed">
            {fromTime && toTime ? t('whenTimes', { ...days, from: fromTime.slice(0, 5), to: toTime.slice(0, 5) }) : t('when', days)}
          </Text>
        </div>
        <StateBadge tone={tones[status]} icon={IconHourglass}>
          {t(`status.${status}`)}
        </StateBadge>
      </Group>
      {status === 'WAITING' && <Offers {...{ clinicId, entry }} />}
      {appointmentId && (
        <TextLink to="/clinics/$clinicId/appointments/$id" params={{ clinicId, id: appointmentId }} size="sm">
          {t('visit')}
        </TextLink>
      )}
      {status === 'WAITING' && <Leave {...{ clinicId, entry }} />}
    </Stack>
  );
}

function Leave({ clinicId, entry }: { clinicId: string; entry: WaitingEntry }) {
  const { t } = useTranslation('waiting');
  const [opened, dialog] = useDisclosure();
  const leave = useLeaveWaitingList(clinicId);
  const name = entry.patientName;
  return (
    <Group>
      <Button variant="subtle" size="compact-sm" onClick={dialog.open} aria-label={t('removeNamed', { name })}>
        {t('remove')}
      </Button>
      <ConfirmDialog
        destructive
        opened={opened}
        onClose={dialog.close}
        title={t('removeTitle', { name })}
        keep={t('keep')}
        confirm={t('remove')}
        onConfirm={() => leave.mutate(entry.id, { onSuccess: dialog.close })}
        pending={leave.isPending}
        failure={leave.error}
      >
        <Text>{t('removeWords')}</Text>
      </ConfirmDialog>
    </Group>
  );
}
