import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconShieldSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { ProblemAlert } from '@/components/ProblemAlert';
import { RowList } from '@/components/RowList';
import { Section } from '@/components/Section';
import { scanFile, useRemoveScan, useScans } from '@/lib/api/marketplace/scans';
import type { Scan } from '@/lib/api/types';
import { ScanForm } from './ScanForm';

/** Scans that somebody ran. The security testing report is made of these alone. */
export function ScansSection({ clinicId }: { clinicId?: string }) {
  const { t } = useTranslation('papers');
  const scans = useScans(clinicId);
  const [adding, setAdding] = useState(false);
  return (
    <Section title={t('scans.title')} lead={t('scans.lead')}>
      <Loaded query={scans}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <Group>
                <IconShieldSearch size={24} stroke={1.4} aria-hidden />
                <Text>{t('scans.none')}</Text>
              </Group>
            )}
            <RowList>
              {items.map((scan) => (
                <ScanRow key={scan.id} scan={scan} clinicId={clinicId} />
              ))}
            </RowList>
          </>
        )}
      </Loaded>
      {adding ? (
        <ScanForm clinicId={clinicId} onDone={() => setAdding(false)} />
      ) : (
        <Button variant="default" w="fit-content" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
          {t('scans.add')}
        </Button>
      )}
    </Section>
  );
}

function ScanRow({ scan, clinicId }: { scan: Scan; clinicId?: string }) {
  const { t } = useTranslation('papers');
  const remove = useRemoveScan(clinicId);
  const { tool, toolVersion, critical, high, medium, low } = scan;
  return (
    <Stack component="li" gap={4}>
      <Group justify="space-between">
        <Text fw={650}>{t('scans.run', { tool, toolVersion, date: scan.ranOn })}</Text>
        <Button
          size="sm"
          variant="subtle"
          color="brick"
          loading={remove.isPending}
          aria-label={t('scans.removeNamed', { tool, date: scan.ranOn })}
          onClick={() => remove.mutate(scan.id)}
        >
          {t('scans.remove')}
        </Button>
      </Group>
      <Text size="sm">
        {t(`scans.subject.${scan.subject}`)} {t(`scans.kind.${scan.kind}`)} {scan.target}
      </Text>
      <Text size="sm">{t('scans.counts', { critical, high, medium, low })}</Text>
      {scan.fileName && (
        <Anchor href={scanFile(scan.id, clinicId)} download size="sm">
          {scan.fileName}
        </Anchor>
      )}
      {scan.fileSha256 && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('scans.hash', { hash: scan.fileSha256 })}
        </Text>
      )}
      <ProblemAlert failure={remove.error} />
    </Stack>
  );
}
