import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/components/links';
import { Page } from '@/components/Page';
import classes from './publish.module.css';

/** The screens below “Publish”, in the order of their use; each has a path of its own. */
const SCREENS = [
  { id: 'guide', clinic: '/clinics/$clinicId/settings/integrations/zoom/publish', installation: '/settings/integrations/zoom/publish' },
  { id: 'publisher', clinic: '/clinics/$clinicId/settings/integrations/zoom/publish/publisher', installation: '/settings/integrations/zoom/publish/publisher' },
  { id: 'texts', clinic: '/clinics/$clinicId/settings/integrations/zoom/publish/texts', installation: '/settings/integrations/zoom/publish/texts' },
  { id: 'pages', clinic: '/clinics/$clinicId/settings/integrations/zoom/publish/pages', installation: '/settings/integrations/zoom/publish/pages' },
  { id: 'reviewer', clinic: '/clinics/$clinicId/settings/integrations/zoom/publish/reviewer', installation: '/settings/integrations/zoom/publish/reviewer' },
  { id: 'readiness', clinic: '/clinics/$clinicId/settings/integrations/zoom/publish/readiness', installation: '/settings/integrations/zoom/publish/readiness' },
] as const;

export type PublishScreen = (typeof SCREENS)[number]['id'];

interface Props {
  clinicId?: string;
  screen: PublishScreen;
  actions?: ReactNode;
  children: ReactNode;
}

/** What the screens for publishing a Zoom app have in common: their heading, and the ways between them. */
export function PublishFrame({ clinicId, screen, actions, children }: Props) {
  const { t } = useTranslation('publish');
  return (
    <Page title={t(`screen.${screen}`)} lead={t(clinicId ? 'lead' : 'installationLead')} actions={actions}>
      <nav aria-label={t('screens')} data-screen-only>
        <ScreenLinks clinicId={clinicId} screen={screen} />
      </nav>
      {children}
    </Page>
  );
}

/** The ways between the screens. */
export function ScreenLinks({ clinicId, screen }: { clinicId?: string; screen: PublishScreen }) {
  return (
    <Group component="ul" gap="xs" className={classes.screens}>
      {SCREENS.map(({ id }) => (
        <li key={id}>
          <ScreenLink clinicId={clinicId} screen={id} current={id === screen} />
        </li>
      ))}
    </Group>
  );
}

/** The way to one of the screens. */
export function ScreenLink({ clinicId, screen, current }: { clinicId?: string; screen: PublishScreen; current?: boolean }) {
  const { t } = useTranslation('publish');
  const way = SCREENS.find(({ id }) => id === screen) ?? SCREENS[0];
  const looks = { 'aria-current': current ? ('page' as const) : undefined, children: t(`screen.${screen}`) };
  return clinicId ? <TextLink to={way.clinic} params={{ clinicId }} activeOptions={{ exact: true }} {...looks} /> : <TextLink to={way.installation} activeOptions={{ exact: true }} {...looks} />;
}
