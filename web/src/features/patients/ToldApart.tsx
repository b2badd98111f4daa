import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useTakeBackTellingApart } from '@/lib/api/patients/tellApart';
import type { PatientPair } from '@/lib/api/types';

/** After two were told apart: one press takes it back. */
export function ToldApart({ clinicId, pair, onTakenBack }: { clinicId: string; pair: PatientPair; onTakenBack: () => void }) {
  const { t } = useTranslation('patients');
  const takeBack = useTakeBackTellingApart(clinicId);
  return (
    <>
      <Alert color="sky" role="status">
        <Group justify="space-between">
          <Text>{t('apart.done', { one: pair.one.name, other: pair.other.name })}</Text>
          <Button variant="default" size="sm" loading={takeBack.isPending} onClick={() => takeBack.mutate(pair, { onSuccess: onTakenBack })}>
            {t('apart.undo')}
          </Button>
        </Group>
      </Alert>
      <ProblemAlert failure={takeBack.error} />
    </>
  );
}
