import { Button, FileInput, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { useRecordScan } from '@/lib/api/marketplace/scans';
import type { ScanRun } from '@/lib/api/types';
import { base64Of, LARGEST_FILE } from '@/lib/fileText';

const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;

/** A run to write down: what looked at what, when, and how much it found. */
export function ScanForm({ clinicId, onDone }: { clinicId?: string; onDone: () => void }) {
  const { t } = useTranslation('papers');
  const record = useRecordScan(clinicId);
  const [file, setFile] = useState<File | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const { values, field, names } = useFields(
    { subject: 'INSTALLATION', kind: 'DYNAMIC', tool: '', toolVersion: '', target: '', ranOn: '', critical: '0', high: '0', medium: '0', low: '0' },
    record.error,
  );
  const tooLarge = file !== null && file.size > LARGEST_FILE;
  const submit = async () => {
    if (tooLarge) return;
    const { critical, high, medium, low, ...said } = values;
    const run = { ...said, critical: Number(critical), high: Number(high), medium: Number(medium), low: Number(low) } as ScanRun;
    try {
      record.mutate({ run, file: file ? { name: file.name.slice(0, 200), file: await base64Of(file) } : undefined }, { onSuccess: onDone });
    } catch {
      setUnreadable(true);
    }
  };
  return (
    <Form
      onSubmit={() => void submit()}
      failure={record.error}
      fields={names}
      actions={
        <Group>
          <Button type="submit" loading={record.isPending}>
            {t('scans.save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('scans.cancel')}
          </Button>
        </Group>
      }
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('scans.subjectLabel')}
          data={(['INSTALLATION', 'RELEASE'] as const).map((value) => ({ value, label: t(`scans.subject.${value}`) }))}
          {...field('subject')}
        />
        <NativeSelect
          label={t('scans.kindLabel')}
          data={(['DYNAMIC', 'STATIC', 'DEPENDENCIES'] as const).map((value) => ({ value, label: t(`scans.kind.${value}`) }))}
          {...field('kind')}
        />
        <TextInput label={t('scans.tool')} required maxLength={100} {...field('tool')} />
        <TextInput label={t('scans.toolVersion')} required maxLength={50} {...field('toolVersion')} />
        <TextInput label={t('scans.target')} description={t('scans.targetHint')} required maxLength={300} {...field('target')} />
        <TextInput label={t('scans.ranOn')} type="date" required {...field('ranOn')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        {SEVERITIES.map((severity) => (
          <TextInput key={severity} label={t(`scans.severity.${severity}`)} type="number" min={0} max={100000} required {...field(severity)} />
        ))}
      </SimpleGrid>
      <FileInput
        label={t('scans.file')}
        description={t('scans.fileHint')}
        clearable
        leftSection={<IconFileUpload size={18} aria-hidden />}
        value={file}
        onChange={setFile}
        error={tooLarge ? t('scans.tooLarge') : unreadable && t('scans.unreadable')}
      />
    </Form>
  );
}
