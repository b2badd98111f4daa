import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '@/components/Brand';
import { sessionQuery } from '@/lib/api/session/readSession';
import { ConfirmSignIn } from './ConfirmSignIn';
import { Navigation } from './Navigation';
import classes from './Shell.module.css';

export function Shell() {
  const { t } = useTranslation('common');
  const [opened, menu] = useDisclosure();
  const { clinicId } = useParams({ strict: false });
  const href = useRouterState({ select: ({ location }) => location.href });
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const { close } = menu;

  useEffect(close, [href, close]);
  useEffect(() => {
    if (session === null) void navigate({ to: '/sign-in', search: { returnTo: href }, replace: true });
  }, [session, navigate, href]);

  if (!session) return null;
  return (
    <AppShell header={{ height: { base: 60, md: 0 } }} navbar={{ width: 264, breakpoint: 'md', collapsed: { mobile: !opened } }} padding={{ base: 'md', md: 'xl' }}>
      <a href="#content" className={classes.skip}>
        {t('nav.skip')}
      </a>
      <AppShell.Header className={classes.header} hiddenFrom="md" withBorder={false}>
        <Group justify="space-between" h="100%" px="md">
          <Brand />
          <Burger opened={opened} onClick={menu.toggle} color="#fff" aria-expanded={opened} aria-label={t(opened ? 'nav.closeMenu' : 'nav.open')} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} withBorder={false} component="div">
        <Navigation session={session} clinicId={clinicId} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <Outlet />
        <ConfirmSignIn />
      </AppShell.Main>
    </AppShell>
  );
}
