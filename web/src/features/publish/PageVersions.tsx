import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { ProblemAlert } from '@/components/ProblemAlert';
import { RowList } from '@/components/RowList';
import { useChangePage, usePageVersion, usePublicPage } from '@/lib/api/marketplace/publicPages';
import { useTimes } from '@/lib/times';

interface Props {
  page: string;
  clinicId?: string;
  zone: string;
}

/** Who changed a page when, what it said then, and the way back to it. */
export function PageVersions({ page, clinicId, zone }: Props) {
  const { t } = useTranslation('papers');
  const times = useTimes(zone);
  const details = usePublicPage(page, clinicId);
  const restore = useChangePage(page, clinicId);
  const [shown, setShown] = useState<number>();
  return (
    <Loaded query={details}>
      {({ summary, versions }) => (
        <>
          <ProblemAlert failure={restore.error} />
          <RowList>
            {versions.map(({ number, at, author, edited }) => (
              <Stack key={number} component="li" gap="xs">
                <Group justify="space-between">
                  <div>
                    <Text>{t(edited ? 'versions.edited' : 'versions.own', { number })}</Text>
                    <Text size="sm" c="dimmed">
                      {times.dateTime(at)} {author}
                    </Text>
                  </div>
                  <Group gap="xs">
                    <Button
                      size="sm"
                      variant="subtle"
                      aria-expanded={shown === number}
                      aria-label={t('versions.readNamed', { number })}
                      onClick={() => setShown(shown === number ? undefined : number)}
                    >
                      {t('versions.read')}
                    </Button>
                    {number !== summary.version && (
                      <Button
                        size="sm"
                        variant="default"
                        loading={restore.isPending && restore.variables !== undefined && 'restored' in restore.variables && restore.variables.restored === number}
                        aria-label={t('versions.restoreNamed', { number })}
                        onClick={() => restore.mutate({ version: summary.version, restored: number })}
                      >
                        {t('versions.restore')}
                      </Button>
                    )}
                  </Group>
                </Group>
                {shown === number && <VersionText {...{ page, number, clinicId }} />}
              </Stack>
            ))}
          </RowList>
        </>
      )}
    </Loaded>
  );
}

function VersionText({ page, number, clinicId }: { page: string; number: number; clinicId?: string }) {
  const words = usePageVersion(page, number, clinicId);
  return (
    <Loaded query={words}>
      {({ title, lead, sections }) => (
        <Stack gap="xs" fz="sm">
          <Text fw={650}>{title}</Text>
          <Text size="sm">{lead}</Text>
          {sections.map((section, at) => (
            <div key={at}>
              <Text size="sm" fw={650}>
                {section.heading}
              </Text>
              <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                {section.text}
              </Text>
            </div>
          ))}
        </Stack>
      )}
    </Loaded>
  );
}
