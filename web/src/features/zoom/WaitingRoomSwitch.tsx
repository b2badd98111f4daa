import { Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { ZoomApp, ZoomAppKind } from '@/lib/api/types';
import { useFollowWaitingRoom } from '@/lib/api/zoom/followWaitingRoom';

interface Props {
  clinicId?: string;
  kind: ZoomAppKind;
  app: ZoomApp['oauth'];
}

/** Whether to show that a patient waits at Zoom: takes one scope more, so it is off until somebody wants it. */
export function WaitingRoomSwitch({ clinicId, kind, app }: Props) {
  const { t } = useTranslation('zoom');
  const follow = useFollowWaitingRoom(kind, clinicId);
  if (!app) return null;
  return (
    <Stack gap="xs">
      <Switch
        label={t('waitingRoom.label')}
        description={t('waitingRoom.hint', { scope: kind === 'GENERAL' ? 'meeting:read:participant' : 'meeting:read:participant:admin' })}
        checked={follow.isPending ? follow.variables : app.waitingRoomEvents}
        onChange={({ currentTarget }) => follow.mutate(currentTarget.checked)}
      />
      {app.waitingRoomEvents && <Text size="sm">{t('waitingRoom.events')}</Text>}
      <ProblemAlert failure={follow.error} />
    </Stack>
  );
}
