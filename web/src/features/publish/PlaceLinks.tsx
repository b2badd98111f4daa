import { Anchor, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/components/links';
import { href } from '@/lib/api/client';
import { marketplacePath } from '@/lib/api/marketplace/marketplacePath';
import { type PublishScreen, ScreenLink } from './PublishFrame';

const isScreen = (place: string): place is PublishScreen => ['publisher', 'texts', 'pages', 'reviewer', 'readiness'].includes(place);

/** The ways to what of ours belongs to a step. */
export function PlaceLinks({ clinicId, places }: { clinicId?: string; places: string[] }) {
  const { t } = useTranslation('publish');
  const screens = places.filter(isScreen);
  return (
    <Group gap="md" data-screen-only>
      {places.includes('app') &&
        (clinicId ? (
          <TextLink to="/clinics/$clinicId/settings/integrations/zoom" params={{ clinicId }}>
            {t('place.app')}
          </TextLink>
        ) : (
          <TextLink to="/settings/integrations/zoom">{t('place.app')}</TextLink>
        ))}
      {screens.map((screen) => (
        <ScreenLink key={screen} clinicId={clinicId} screen={screen} />
      ))}
      {places.includes('pack') && (
        <Anchor href={href(`${marketplacePath(clinicId)}/pack`)} download>
          {t('place.pack')}
        </Anchor>
      )}
    </Group>
  );
}
