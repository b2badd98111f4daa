import { Button, Group, Paper } from '@mantine/core';
import { IconDownload, IconListSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { Loaded } from '@/components/Loaded';
import { MoreButton } from '@/components/MoreButton';
import { Page } from '@/components/Page';
import { auditExport, useAudit } from '@/lib/api/audit/listAudit';
import { AuditFilters } from './AuditFilters';
import { type AuditSearch, criteriaOf } from './auditSearch';
import { AuditTable } from './AuditTable';
import { AuditVerification } from './AuditVerification';

interface Props {
  clinicId?: string;
  /** The zone that days and times are meant in. */
  zone: string;
  search: AuditSearch;
  onSearch: (search: AuditSearch) => void;
}

/** The audit trail of one clinic, or of the installation when no clinic is given. */
export function AuditPage({ clinicId, zone, search, onSearch }: Props) {
  const { t } = useTranslation('audit');
  const criteria = criteriaOf(search, zone);
  const entries = useAudit(clinicId, criteria);
  const download = (
    <Button component="a" variant="default" href={auditExport(clinicId, criteria)} download leftSection={<IconDownload size={18} aria-hidden />}>
      {t('download')}
    </Button>
  );
  return (
    <Page title={t(clinicId ? 'title' : 'installationTitle')} lead={t('lead')} actions={download}>
      <AuditFilters search={search} onSearch={onSearch} />
      <Loaded query={entries}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.items);
          return found.length === 0 ? (
            <Empty icon={<IconListSearch size={40} stroke={1.4} aria-hidden />} title={t('empty')}>
              {t(Object.keys(search).length > 0 ? 'emptyFiltered' : 'emptyHint')}
            </Empty>
          ) : (
            <Paper>
              <AuditTable entries={found} zone={zone} onNarrow={(change) => onSearch({ ...search, ...change })} />
            </Paper>
          );
        }}
      </Loaded>
      <Group justify="flex-end">
        <MoreButton query={entries} />
      </Group>
      <AuditVerification clinicId={clinicId} />
    </Page>
  );
}
