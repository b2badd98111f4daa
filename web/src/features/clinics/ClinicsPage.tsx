import { Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { IconBuildingHospital, IconTestPipe } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { TextLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { StateBadge } from '@/components/StateBadge';
import { useClinics } from '@/lib/api/clinics/listClinics';
import { useSession } from '@/lib/api/session/readSession';
import { NewClinic } from './NewClinic';

export function ClinicsPage() {
  const { t } = useTranslation('clinics');
  const { administrator } = useSession();
  const clinics = useClinics();
  return (
    <Page title={t('title')} actions={administrator && <NewClinic />}>
      <Loaded query={clinics}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconBuildingHospital size={40} stroke={1.4} aria-hidden />} title={t('empty')}>
              {t(administrator ? 'emptyAdministrator' : 'emptyHint')}
            </Empty>
          ) : (
            <SimpleGrid component="ul" cols={{ base: 1, sm: 2, lg: 3 }} p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map(({ id, name, timeZone, sample }) => (
                <Paper component="li" key={id}>
                  <Group wrap="nowrap">
                    <IconBuildingHospital size={32} stroke={1.4} aria-hidden />
                    <div>
                      <TextLink to="/clinics/$clinicId" params={{ clinicId: id }} fw={650} size="lg">
                        {name}
                      </TextLink>
                      <Text size="sm" c="dimmed">
                        {timeZone}
                      </Text>
                      {sample && (
                        <StateBadge tone="info" icon={IconTestPipe}>
                          {t('sample')}
                        </StateBadge>
                      )}
                    </div>
                  </Group>
                </Paper>
              ))}
            </SimpleGrid>
          )
        }
      </Loaded>
    </Page>
  );
}
