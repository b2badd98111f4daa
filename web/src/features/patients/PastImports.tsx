import { Alert, Button, Group, List, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Loaded } from '@/components/Loaded';
import { RowList } from '@/components/RowList';
import { Section } from '@/components/Section';
import { useClinic } from '@/lib/api/clinics/readClinic';
import { useImports, useUndoImport } from '@/lib/api/patients/imports';
import type { ImportUndone, PatientImport } from '@/lib/api/types';
import { useTimes } from '@/lib/times';

export function PastImports({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('patients');
  const imports = useImports(clinicId);
  return (
    <Section title={t('import.past')} lead={t('import.pastLead')}>
      <Loaded query={imports}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('import.noPast')}</Text>
          ) : (
            <RowList>
              {items.map((done) => (
                <PastImport key={done.id} clinicId={clinicId} done={done} />
              ))}
            </RowList>
          )
        }
      </Loaded>
    </Section>
  );
}

function PastImport({ clinicId, done }: { clinicId: string; done: PatientImport }) {
  const { t } = useTranslation('patients');
  const { timeZone } = useClinic(clinicId);
  const times = useTimes(timeZone);
  const [asking, ask] = useDisclosure();
  const undo = useUndoImport(clinicId, done.id);
  return (
    <li>
      <Group justify="space-between">
        <div>
          <Text fw={650} style={{ overflowWrap: 'anywhere' }}>
            {done.fileName}
          </Text>
          <Text size="sm" c="dimmed">
            {[times.exact(done.createdAt), t('import.added', { count: done.created }), done.undoneAt && t('import.undoneAt', { time: times.exact(done.undoneAt) })]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        <Button variant="subtle" color="brick" size="sm" onClick={ask.open} aria-label={t('import.undoNamed', { file: done.fileName })}>
          {t('import.undo')}
        </Button>
      </Group>
      {undo.data && <Undone undone={undo.data} />}
      <ConfirmDialog
        destructive
        opened={asking}
        onClose={ask.close}
        title={t('import.undoTitle')}
        keep={t('import.undoKeep')}
        confirm={t('import.undo')}
        onConfirm={() => undo.mutate(undefined, { onSuccess: ask.close })}
        pending={undo.isPending}
        failure={undo.error}
      >
        <Text>{t('import.undoWords', { file: done.fileName })}</Text>
      </ConfirmDialog>
    </li>
  );
}

function Undone({ undone: { removed, kept } }: { undone: ImportUndone }) {
  const { t } = useTranslation('patients');
  return (
    <Alert role="status" color="pine" mt="sm" title={t('import.removed', { count: removed })}>
      {kept.length > 0 && (
        <>
          <Text>{t('import.stay', { count: kept.length })}</Text>
          <List size="sm">
            {kept.slice(0, 50).map(({ patientId, name, reason }) => (
              <List.Item key={patientId}>{t('import.stays', { name, reason: t(`import.reason.${reason}`) })}</List.Item>
            ))}
          </List>
        </>
      )}
    </Alert>
  );
}
