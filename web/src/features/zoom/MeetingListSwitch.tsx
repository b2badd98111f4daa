import { Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { ZoomApp, ZoomAppKind } from '@/lib/api/types';
import { useListMeetings } from '@/lib/api/zoom/listMeetings';

interface Props {
  clinicId?: string;
  kind: ZoomAppKind;
  app: ZoomApp['oauth'];
}

/** Whether the app is listed with the scope for finding a meeting again whose making was in doubt. */
export function MeetingListSwitch({ clinicId, kind, app }: Props) {
  const { t } = useTranslation('zoom');
  const list = useListMeetings(kind, clinicId);
  if (!app) return null;
  return (
    <Stack gap="xs">
      <Switch
        label={t('meetingList.label')}
        description={t('meetingList.hint', { scope: 'meeting:read:list_meetings' })}
        checked={list.isPending ? list.variables : app.listsMeetings}
        onChange={({ currentTarget }) => list.mutate(currentTarget.checked)}
      />
      {app.listsMeetings && <Text size="sm">{t('meetingList.granted')}</Text>}
      <ProblemAlert failure={list.error} />
    </Stack>
  );
}
