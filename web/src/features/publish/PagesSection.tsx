import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconFileText, IconPencil, IconRefreshAlert } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { RowList } from '@/components/RowList';
import { Section } from '@/components/Section';
import { StateBadge } from '@/components/StateBadge';
import { usePublicPages } from '@/lib/api/marketplace/publicPages';
import type { PageSummary } from '@/lib/api/types';
import { EditPage } from './EditPage';
import { PageVersions } from './PageVersions';

/** The public pages: what they say, and what they said. */
export function PagesSection({ clinicId, zone }: { clinicId?: string; zone: string }) {
  const { t } = useTranslation('papers');
  const pages = usePublicPages(clinicId);
  return (
    <Section title={t('pages.title')} lead={t('pages.lead')}>
      <Loaded query={pages}>
        {({ items }) => (
          <RowList>
            {items.map((page) => (
              <PageRow key={page.page} {...{ page, clinicId, zone }} />
            ))}
          </RowList>
        )}
      </Loaded>
    </Section>
  );
}

function PageRow({ page, clinicId, zone }: { page: PageSummary; clinicId?: string; zone: string }) {
  const { t } = useTranslation('papers');
  const [open, setOpen] = useState<'edit' | 'versions'>();
  const toggle = (what: 'edit' | 'versions') => setOpen(open === what ? undefined : what);
  return (
    <Stack component="li" gap="sm">
      <Group justify="space-between">
        <div>
          <Text fw={650}>{page.title}</Text>
          <Anchor href={page.url} target="_blank" rel="noreferrer" size="sm">
            {t('pages.open', { title: page.title })}
          </Anchor>
        </div>
        <Group gap="xs">
          {page.blanks.length > 0 && (
            <StateBadge tone="trouble" icon={IconAlertTriangle}>
              {t('pages.unfinished')}
            </StateBadge>
          )}
          {page.overtaken && (
            <StateBadge tone="attention" icon={IconRefreshAlert}>
              {t('pages.overtaken')}
            </StateBadge>
          )}
          <StateBadge tone="plain" icon={page.edited ? IconPencil : IconFileText}>
            {t(page.edited ? 'pages.edited' : 'pages.own')}
          </StateBadge>
        </Group>
      </Group>
      {page.blanks.length > 0 && <Text size="sm">{t('pages.blanks', { blanks: page.blanks.join(', ') })}</Text>}
      {page.overtaken && <Text size="sm">{t('pages.overtakenHint')}</Text>}
      <Group gap="xs">
        <Button variant="default" size="sm" aria-expanded={open === 'edit'} aria-label={t('pages.editNamed', { title: page.title })} onClick={() => toggle('edit')}>
          {t('pages.edit')}
        </Button>
        {page.version > 0 && (
          <Button
            variant="default"
            size="sm"
            aria-expanded={open === 'versions'}
            aria-label={t('pages.versionsNamed', { title: page.title })}
            onClick={() => toggle('versions')}
          >
            {t('pages.versions', { count: page.version })}
          </Button>
        )}
      </Group>
      {open === 'edit' && <EditPage page={page.page} clinicId={clinicId} />}
      {open === 'versions' && <PageVersions page={page.page} {...{ clinicId, zone }} />}
    </Stack>
  );
}
