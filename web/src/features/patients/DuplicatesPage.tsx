import { Button, Group, Paper, SimpleGrid, Text, VisuallyHidden } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { ButtonLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { ProblemAlert } from '@/components/ProblemAlert';
import { RowList } from '@/components/RowList';
import { useDuplicates } from '@/lib/api/patients/listDuplicates';
import { useTellApart } from '@/lib/api/patients/tellApart';
import type { PatientPair } from '@/lib/api/types';
import { MergeDialog } from './MergeDialog';
import { PatientLine } from './PatientLine';
import { ToldApart } from './ToldApart';

export function DuplicatesPage({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('patients');
  const pairs = useDuplicates(clinicId);
  const [comparing, setComparing] = useState<PatientPair>();
  const [merged, setMerged] = useState('');
  const tellApart = useTellApart(clinicId);
  const toldApart = tellApart.isSuccess ? tellApart.variables : undefined;
  const back = (
    <ButtonLink to="/clinics/$clinicId/patients" params={{ clinicId }} variant="default">
      {t('all')}
    </ButtonLink>
  );
  return (
    <Page title={t('duplicates.title')} lead={t('duplicates.lead')} actions={back}>
      <VisuallyHidden role="status">{merged && t('merge.done', { name: merged })}</VisuallyHidden>
      {toldApart && <ToldApart clinicId={clinicId} pair={toldApart} onTakenBack={tellApart.reset} />}
      <ProblemAlert failure={tellApart.error} />
      <Loaded query={pairs}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconUsersGroup size={40} stroke={1.4} aria-hidden />} title={t('duplicates.none')}>
              {t('duplicates.noneHint')}
            </Empty>
          ) : (
            <Paper>
              <RowList>
                {items.map((pair) => (
                  <Group component="li" key={pair.one.id + pair.other.id} justify="space-between">
                    <div>
                      <SimpleGrid cols={{ base: 1, sm: 2 }}>
                        <PatientLine patient={pair.one} />
                        <PatientLine patient={pair.other} />
                      </SimpleGrid>
                      <Text size="sm" mt={4}>
                        {t(`likeness.${pair.likeness}`)}
                      </Text>
                    </div>
                    <Group gap="xs">
                      <Button
                        variant="default"
                        size="sm"
                        onClick={() => setComparing(pair)}
                        aria-label={t('duplicates.compareNamed', { one: pair.one.name, other: pair.other.name })}
                      >
                        {t('duplicates.compare')}
                      </Button>
                      <Button
                        variant="subtle"
                        size="sm"
                        loading={tellApart.isPending && tellApart.variables === pair}
                        onClick={() => tellApart.mutate(pair)}
                        aria-label={t('apart.tellNamed', { one: pair.one.name, other: pair.other.name })}
                      >
                        {t('apart.tell')}
                      </Button>
                    </Group>
                  </Group>
                ))}
              </RowList>
            </Paper>
          )
        }
      </Loaded>
      {comparing && (
        <MergeDialog
          key={comparing.one.id + comparing.other.id}
          clinicId={clinicId}
          kept={comparing.one}
          other={comparing.other}
          opened
          onClose={() => setComparing(undefined)}
          onMerged={({ name }) => {
            setMerged(name);
            setComparing(undefined);
          }}
        />
      )}
    </Page>
  );
}
