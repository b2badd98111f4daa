import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { Section } from '@/components/Section';
import { useListingTexts } from '@/lib/api/marketplace/texts';
import { PublishFrame } from './PublishFrame';
import { TextForm } from './TextForm';

const GROUPS = ['LISTING', 'SCOPES', 'TECHNOLOGY', 'SECURITY', 'SUBMISSION'] as const;

/** The texts of a submission: the product's own words, which anyone who publishes may replace. */
export function TextsPage({ clinicId }: { clinicId?: string }) {
  const { t } = useTranslation('publish');
  const texts = useListingTexts(clinicId);
  return (
    <PublishFrame clinicId={clinicId} screen="texts">
      <Text>{t('text.braces')}</Text>
      <Loaded query={texts}>
        {({ items }) => (
          <Stack gap="lg">
            {GROUPS.map((group) => (
              <Section key={group} title={t(`text.group.${group}`)} lead={t(`text.groupLead.${group}`)}>
                <Stack gap="xl">
                  {items
                    .filter((text) => text.group === group)
                    .map((text) => (
                      <TextForm key={`${text.id} ${text.writtenAt ?? ''}`} clinicId={clinicId} text={text} />
                    ))}
                </Stack>
              </Section>
            ))}
          </Stack>
        )}
      </Loaded>
    </PublishFrame>
  );
}
