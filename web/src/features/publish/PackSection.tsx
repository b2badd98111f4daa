import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { RowList } from '@/components/RowList';
import { Section } from '@/components/Section';
import { packFile, usePackDocuments, usePackPictures } from '@/lib/api/marketplace/packFiles';
import { OwnIcon } from './OwnIcon';

/** Documents and pictures, each by itself; all together they are the pack. */
export function PackSection({ clinicId }: { clinicId?: string }) {
  const { t } = useTranslation('papers');
  const documents = usePackDocuments(clinicId);
  const pictures = usePackPictures(clinicId);
  return (
    <>
      <Section title={t('pack.documents')} lead={t('pack.documentsLead')}>
        <Loaded query={documents}>
          {({ items }) => (
            <RowList>
              {items.map(({ file, title, lacking }) => (
                <Stack key={file} component="li" gap={4}>
                  {lacking ? (
                    <>
                      <Text>{title}</Text>
                      <Text size="sm">{lacking}</Text>
                    </>
                  ) : (
                    <Anchor href={packFile('documents', file, clinicId)} download>
                      {title}
                    </Anchor>
                  )}
                </Stack>
              ))}
            </RowList>
          )}
        </Loaded>
      </Section>
      <Section title={t('pack.pictures')} lead={t('pack.picturesLead')}>
        <Loaded query={pictures}>
          {({ items }) => (
            <RowList>
              {items.map(({ file, title, width, height, uploadedAt }) => (
                <Stack key={file} component="li" gap="sm">
                  <Group justify="space-between">
                    <Anchor href={packFile('pictures', file, clinicId)} download>
                      {title}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {t('pack.size', { width, height })}
                    </Text>
                  </Group>
                  {file === 'icon.png' && <OwnIcon {...{ clinicId, uploadedAt }} />}
                </Stack>
              ))}
            </RowList>
          )}
        </Loaded>
      </Section>
    </>
  );
}
