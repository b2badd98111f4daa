import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const problems = ['declined', 'expired', 'state', 'other-user', 'zoom'] as const;

/** How the way through Zoom's consent page ended. */
export interface ReturnFromZoom {
  connected?: boolean;
  problem?: (typeof problems)[number];
}

export function readReturn(search: Record<string, unknown>): ReturnFromZoom {
  if (search.problem !== undefined) return { problem: problems.find((known) => known === search.problem) ?? 'zoom' };
  return search.connected === undefined ? {} : { connected: true };
}

export function ReturnNote({ returned, connected }: { returned: ReturnFromZoom; connected: boolean }) {
  const { t } = useTranslation('zoom');
  if (returned.problem) {
    return (
      <Alert role="alert" color="marigold" icon={<IconAlertTriangle aria-hidden />} title={t('return.notConnected')}>
        {t(`return.${returned.problem}`)}
      </Alert>
    );
  }
  if (!returned.connected || !connected) return null;
  return (
    <Alert role="status" color="pine" icon={<IconCircleCheck aria-hidden />} title={t('return.connected')}>
      {t('return.connectedWords')}
    </Alert>
  );
}
