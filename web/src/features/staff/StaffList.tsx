import { Group, Paper, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconDoorExit, IconMailForward } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { RowList } from '@/components/RowList';
import { StateBadge } from '@/components/StateBadge';
import { useMe } from '@/lib/api/clinics/readMe';
import { type StaffKind, useStaff } from '@/lib/api/staff/listStaff';
import { useServices } from '@/lib/api/services/listServices';
import { InviteAgain } from './InviteAgain';
import { LetLeave } from './LetLeave';
import { Rename } from './Rename';

interface Props {
  clinicId: string;
  kind: StaffKind;
  onVisits: (doctorId: string) => void;
}

const badge = {
  ACTIVE: { tone: 'good', icon: IconCircleCheck },
  INVITED: { tone: 'attention', icon: IconMailForward },
  LEFT: { tone: 'plain', icon: IconDoorExit },
} as const;

export function StaffList({ clinicId, kind, onVisits }: Props) {
  const { t } = useTranslation('staff');
  const me = useMe(clinicId);
  const staff = useStaff(clinicId, kind);
  const services = useServices(clinicId);
  const offeredBy = (id: string) =>
    services.data?.items
      .filter(({ active, doctorIds }) => active && doctorIds.includes(id))
      .map(({ name }) => name)
      .join(', ');
  const heading = useId();
  return (
    <Paper component="section" aria-labelledby={heading}>
      <Title order={2} id={heading} mb="sm">
        {t(`kind.${kind}`)}
      </Title>
      <Loaded query={staff}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t(`none.${kind}`)}</Text>
          ) : (
            <RowList>
              {items.map((person) => (
                <Group key={person.id} component="li" justify="space-between">
                  <div>
                    <Text fw={650}>{person.name}</Text>
                    <Text size="sm" c="dimmed">
                      {person.email}
                    </Text>
                    {kind === 'doctors' && person.status !== 'LEFT' && services.data && (
                      <Text size="sm">{offeredBy(person.id) ? t('offers', { services: offeredBy(person.id) }) : t('offersNothing')}</Text>
                    )}
                  </div>
                  {person.status && (
                    <Group gap="xs">
                      <StateBadge {...badge[person.status]}>{t(`status.${person.status}`)}</StateBadge>
                      {person.status === 'INVITED' && me.may('INVITE_STAFF') && <InviteAgain {...{ clinicId, person }} />}
                      {person.status !== 'LEFT' && me.may('INVITE_STAFF') && <Rename {...{ clinicId, person }} />}
                      {person.status !== 'LEFT' && me.may('REMOVE_STAFF') && <LetLeave {...{ clinicId, kind, person, onVisits }} />}
                    </Group>
                  )}
                </Group>
              ))}
            </RowList>
          )
        }
      </Loaded>
    </Paper>
  );
}
