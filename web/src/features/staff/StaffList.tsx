import { Group, Paper, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconMailForward } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { RowList } from '@/components/RowList';
import { StateBadge } from '@/components/StateBadge';
import { type StaffKind, useStaff } from '@/lib/api/staff/listStaff';

export function StaffList({ clinicId, kind }: { clinicId: string; kind: StaffKind }) {
  const { t } = useTranslation('staff');
  const staff = useStaff(clinicId, kind);
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
              {items.map(({ id, name, email, status }) => (
                <Group key={id} component="li" justify="space-between">
                  <div>
                    <Text fw={650}>{name}</Text>
                    <Text size="sm" c="dimmed">
                      {email}
                    </Text>
                  </div>
                  {status && (
                    <StateBadge tone={status === 'ACTIVE' ? 'good' : 'attention'} icon={status === 'ACTIVE' ? IconCircleCheck : IconMailForward}>
                      {t(`status.${status}`)}
                    </StateBadge>
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
