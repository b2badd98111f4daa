import { Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { usePublicPage } from '@/lib/api/marketplace/publicPages';
import { PageForm } from './PageForm';

/** A page's text to change, with the names that fill in by themselves. */
export function EditPage({ page, clinicId }: { page: string; clinicId?: string }) {
  const { t } = useTranslation('papers');
  const details = usePublicPage(page, clinicId);
  return (
    <Loaded query={details}>
      {(found) => (
        <>
          <Text size="sm">
            {t('edit.hint')} {t('edit.values')}{' '}
            {found.values.map((value) => (
              <Code key={value} mr={6}>
                {value}
              </Code>
            ))}
          </Text>
          <PageForm key={found.summary.version} page={page} details={found} clinicId={clinicId} />
        </>
      )}
    </Loaded>
  );
}
