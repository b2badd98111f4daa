import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconBuilding, IconCircleCheck, IconPlugConnectedX, IconPlugX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { RowList } from '@/components/RowList';
import { StateBadge } from '@/components/StateBadge';
import { useHosts } from '@/lib/api/zoom/listHosts';

const looks = {
  OWN: { tone: 'good', icon: IconCircleCheck },
  CLINICS: { tone: 'good', icon: IconBuilding },
  LOST: { tone: 'attention', icon: IconPlugConnectedX },
  NONE: { tone: 'plain', icon: IconPlugX },
} as const;

/** Every doctor's way to Zoom, with what the clinic's admin should know about it. */
export function DoctorHosts({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('zoom');
  const hosts = useHosts(clinicId);
  return (
    <Paper component="section" aria-labelledby="hosts" mt="lg">
      <Title order={2} id="hosts">
        {t('hosts.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('hosts.lead')}
      </Text>
      <Loaded query={hosts}>
        {({ items }) => (
          <RowList>
            {items.map(({ doctorId, doctorName, hosting, problem, findings }) => (
              <Stack component="li" key={doctorId} gap="xs">
                <Group justify="space-between">
                  <Text fw={650}>{doctorName}</Text>
                  <StateBadge {...looks[hosting]}>{t(`hosts.hosting.${hosting}`)}</StateBadge>
                </Group>
                {[...(problem ? [problem] : []), ...findings].map(({ code, title, remedy }) => (
                  <Text key={code} size="sm">
                    {title}. {remedy}
                  </Text>
                ))}
              </Stack>
            ))}
          </RowList>
        )}
      </Loaded>
    </Paper>
  );
}
