import { Alert, Button, Group, Paper, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '@/components/form';
import { useWriteAvailability } from '@/lib/api/availability/writeAvailability';
import type { Availability } from '@/lib/api/types';
import { ExceptionsEditor } from './ExceptionsEditor';
import { WeekEditor } from './WeekEditor';

interface Props {
  clinicId: string;
  doctorId: string;
  stored: Availability;
}

export function AvailabilityForm({ clinicId, doctorId, stored }: Props) {
  const { t } = useTranslation(['availability', 'common']);
  const [draft, setDraft] = useState(stored);
  const write = useWriteAvailability(clinicId, doctorId);
  const edit = (change: Partial<Availability>) => {
    setDraft({ ...draft, ...change });
    write.reset();
  };
  return (
    <Form
      onSubmit={() => write.mutate(draft)}
      failure={write.error}
      actions={
        <Group>
          <Button type="submit" loading={write.isPending}>
            {t('save')}
          </Button>
          {write.isSuccess && (
            <Alert role="status" color="pine" icon={<IconCheck aria-hidden />} py={8}>
              {t('common:saved')}
            </Alert>
          )}
        </Group>
      }
    >
      <Paper component="section" aria-labelledby="weekly">
        <Title order={2} id="weekly" mb="md">
          {t('weekly')}
        </Title>
        <WeekEditor weekly={draft.weekly} onChange={(weekly) => edit({ weekly })} />
      </Paper>
      <Paper component="section" aria-labelledby="exceptions">
        <Title order={2} id="exceptions" mb="md">
          {t('exceptions')}
        </Title>
        <ExceptionsEditor exceptions={draft.exceptions ?? []} onChange={(exceptions) => edit({ exceptions })} />
      </Paper>
    </Form>
  );
}
