import { Group, Text } from '@mantine/core';
import { IconCircleOff, IconMapPin, IconUserShield, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/components/StateBadge';
import type { Service } from '@/lib/api/types';
import { EditService, EndService } from './ServiceDialogs';
import { Swatch } from './Swatch';

interface Props {
  clinicId: string;
  service: Service;
  doctors: string;
  managing: boolean;
}

export function ServiceRow({ clinicId, service, doctors, managing }: Props) {
  const { t, i18n } = useTranslation(['services', 'common']);
  const { name, publicName, mode, durationMinutes, price, currency, colour, active, bookableBy } = service;
  const amount = price !== undefined && currency ? new Intl.NumberFormat(i18n.language, { style: 'currency', currency }).format(price) : undefined;
  return (
    <Group component="li" justify="space-between">
      <div>
        <Group gap="xs">
          <Swatch colour={colour} />
          <Text fw={650}>{name}</Text>
        </Group>
        {publicName && <Text size="sm">{t('forPatients', { name: publicName })}</Text>}
        <Text size="sm" c="dimmed">
          {[t('minutes', { minutes: durationMinutes }), amount, doctors || t('nobody')].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Group gap="sm">
        <StateBadge tone="plain" icon={mode === 'VIDEO' ? IconVideo : IconMapPin}>
          {t(`common:mode.${mode}`)}
        </StateBadge>
        {bookableBy === 'STAFF' && (
          <StateBadge tone="plain" icon={IconUserShield}>
            {t('audience.STAFF')}
          </StateBadge>
        )}
        {!active && (
          <StateBadge tone="attention" icon={IconCircleOff}>
            {t('ended')}
          </StateBadge>
        )}
        {managing && (
          <Group gap={0} wrap="nowrap">
            <EditService {...{ clinicId, service }} />
            <EndService {...{ clinicId, service }} />
          </Group>
        )}
      </Group>
    </Group>
  );
}
