import { Alert, FileInput, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components/links';
import { Page } from '@/components/Page';
import { ProblemAlert } from '@/components/ProblemAlert';
import { Section } from '@/components/Section';
import { Waiting } from '@/components/Waiting';
import { useCheckImport, useRunImport } from '@/lib/api/patients/imports';
import type { ImportFile } from '@/lib/api/types';
import { base64Of, LARGEST_FILE } from '@/lib/fileText';
import { ImportFindings } from './ImportFindings';
import { ImportMapping } from './ImportMapping';
import { PastImports } from './PastImports';

/** A file is chosen, its columns are matched, what would happen is shown, and then it happens; each import can be taken back. */
export function ImportPage({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('patients');
  const [chosen, setChosen] = useState<File | null>(null);
  const [source, setSource] = useState<ImportFile>();
  const [unusable, setUnusable] = useState<'tooLarge' | 'unreadable'>();
  const check = useCheckImport(clinicId);
  const run = useRunImport(clinicId);
  const look = (next: ImportFile) => {
    setSource(next);
    run.reset();
    check.mutate(next);
  };
  const choose = async (file: File | null) => {
    setChosen(file);
    setSource(undefined);
    check.reset();
    run.reset();
    setUnusable(file && file.size > LARGEST_FILE ? 'tooLarge' : undefined);
    if (!file || file.size > LARGEST_FILE) return;
    try {
      look({ file: await base64Of(file), fileName: file.name.slice(0, 200) });
    } catch {
      setUnusable('unreadable');
    }
  };
  const checked = check.data;
  const back = (
    <ButtonLink to="/clinics/$clinicId/patients" params={{ clinicId }} variant="default">
      {t('all')}
    </ButtonLink>
  );
  return (
    <Page title={t('import.title')} lead={t('import.lead')} actions={back}>
      <Section title={t('import.choose')} lead={t('import.chooseLead')}>
        <FileInput
          label={t('import.file')}
          description={t('import.fileHint')}
          accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
          leftSection={<IconFileUpload size={18} aria-hidden />}
          maw={420}
          value={chosen}
          onChange={(file) => void choose(file)}
          error={unusable && t(`import.${unusable}`)}
        />
        <ProblemAlert failure={check.error} />
      </Section>
      {check.isPending && !checked && <Waiting />}
      {source && checked && !run.data && (
        <>
          <ImportMapping checked={checked} onChange={(change) => look({ ...source, ...change })} />
          <ImportFindings
            checked={checked}
            checking={check.isPending}
            running={run.isPending}
            failure={run.error}
            onRun={(addDuplicates) => run.mutate({ ...source, columns: checked.columns, dates: checked.dates, addDuplicates })}
          />
        </>
      )}
      {run.data && (
        <Alert role="status" color="pine" icon={<IconCircleCheck aria-hidden />} title={t('import.done', { count: run.data.created })}>
          <Stack gap={4}>
            <Text>{t('import.skipped', { count: run.data.skipped })}</Text>
            <Text>{t('import.takeBack')}</Text>
          </Stack>
        </Alert>
      )}
      <PastImports clinicId={clinicId} />
    </Page>
  );
}
