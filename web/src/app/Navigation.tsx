import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import {
  IconBuildingHospital,
  IconCalendarClock,
  IconCalendarPlus,
  IconCalendarWeek,
  IconHourglass,
  IconKey,
  IconListSearch,
  IconLock,
  IconLogout,
  IconMailExclamation,
  IconSettings,
  IconStethoscope,
  IconSun,
  IconUserCircle,
  IconUsers,
  IconUsersGroup,
  IconVideo,
  IconVideoOff,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Brand } from '@/components/Brand';
import { MenuLink } from '@/components/links';
import { useClinics } from '@/lib/api/clinics/listClinics';
import { meQuery } from '@/lib/api/clinics/readMe';
import { useSignOut } from '@/lib/api/session/signOut';
import type { Permission, Session } from '@/lib/api/types';
import classes from './Navigation.module.css';

interface Props {
  session: Session;
  clinicId?: string;
}

export function Navigation({ session, clinicId }: Props) {
  const { t } = useTranslation('common');
  const signOut = useSignOut();
  return (
    <Stack h="100%" justify="space-between" p="md" gap="xl" className={classes.navigation}>
      <nav aria-label={t('nav.main')}>
        <div className={classes.brand}>
          <Brand />
        </div>
        <ClinicSwitch clinicId={clinicId} />
        {clinicId && <ClinicLinks session={session} clinicId={clinicId} />}
        {session.administrator && <InstallationLinks />}
      </nav>
      <footer>
        <Text size="sm" className={classes.quiet}>
          {t('nav.signedInAs')}
        </Text>
        <Text fw={650}>{session.name}</Text>
        <div className={classes.links}>
          <MenuLink to="/account" label={t('nav.account')} leftSection={<IconUserCircle aria-hidden />} />
        </div>
        <Button
          variant="transparent"
          className={classes.signOut}
          loading={signOut.isPending}
          onClick={() => signOut.mutate()}
          leftSection={<IconLogout size={20} aria-hidden />}
          px={0}
        >
          {t('nav.signOut')}
        </Button>
      </footer>
    </Stack>
  );
}

function ClinicSwitch({ clinicId }: { clinicId?: string }) {
  const { t } = useTranslation('common');
  const clinics = useClinics();
  const navigate = useNavigate();
  const items = clinics.data?.items ?? [];
  if (items.length === 1 && items[0]?.id === clinicId) return <Text className={classes.clinic}>{items[0]?.name}</Text>;
  if (items.length === 0) return null;
  return (
    <NativeSelect
      label={t('nav.clinic')}
      className={classes.switch}
      mb="md"
      value={clinicId ?? ''}
      onChange={({ currentTarget }) =>
        void (currentTarget.value ? navigate({ to: '/clinics/$clinicId', params: { clinicId: currentTarget.value } }) : navigate({ to: '/clinics' }))
      }
      data={[{ value: '', label: t('nav.allClinics') }, ...items.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}

function ClinicLinks({ session, clinicId }: { session: Session; clinicId: string }) {
  const { t } = useTranslation('common');
  const { data: me } = useQuery(meQuery(clinicId));
  const may = (permission: Permission) => me?.permissions.includes(permission) ?? false;
  const roles = session.memberships.find((membership) => membership.clinicId === clinicId)?.roles ?? [];
  const staff = session.administrator || roles.some((role) => role !== 'PATIENT');
  const params = { clinicId };
  return (
    <div className={classes.links}>
      <MenuLink to="/clinics/$clinicId" params={params} activeOptions={{ exact: true }} label={t(staff ? 'nav.today' : 'nav.yourVisits')} leftSection={<IconSun aria-hidden />} />
      {may('BOOK_APPOINTMENT') && (
        <MenuLink to="/clinics/$clinicId/book" params={params} activeOptions={{ includeSearch: false }} label={t('nav.book')} leftSection={<IconCalendarPlus aria-hidden />} />
      )}
      {may('VIEW_APPOINTMENTS') && (
        <MenuLink
          to="/clinics/$clinicId/appointments"
          params={params}
          activeOptions={{ includeSearch: false }}
          label={t('nav.appointments')}
          leftSection={<IconCalendarWeek aria-hidden />}
        />
      )}
      {may('BOOK_APPOINTMENT') && <MenuLink to="/clinics/$clinicId/waiting-list" params={params} label={t('nav.waitingList')} leftSection={<IconHourglass aria-hidden />} />}
      {staff && may('RETRY_MEETING') && <MenuLink to="/clinics/$clinicId/meetings" params={params} label={t('nav.meetings')} leftSection={<IconVideoOff aria-hidden />} />}
      {staff && may('VIEW_PATIENTS') && <MenuLink to="/clinics/$clinicId/patients" params={params} label={t('nav.patients')} leftSection={<IconUsers aria-hidden />} />}
      {staff && may('MANAGE_AVAILABILITY') && (
        <MenuLink
          to="/clinics/$clinicId/availability"
          params={params}
          activeOptions={{ includeSearch: false }}
          label={t('nav.availability')}
          leftSection={<IconCalendarClock aria-hidden />}
        />
      )}
      {staff && may('VIEW_SERVICES') && <MenuLink to="/clinics/$clinicId/services" params={params} label={t('nav.services')} leftSection={<IconStethoscope aria-hidden />} />}
      {staff && may('VIEW_STAFF') && <MenuLink to="/clinics/$clinicId/staff" params={params} label={t('nav.staff')} leftSection={<IconUsersGroup aria-hidden />} />}
      {((me?.doctorId && may('CONNECT_ZOOM')) || may('MANAGE_CLINIC') || may('MANAGE_ZOOM_APP') || may('MANAGE_SIGN_IN') || may('VIEW_AUDIT')) && (
        <Text size="sm" className={classes.quiet} px={12} mt="md">
          {t('nav.settings')}
        </Text>
      )}
      {me?.doctorId && may('CONNECT_ZOOM') && (
        <MenuLink
          to="/clinics/$clinicId/settings/zoom"
          params={params}
          activeOptions={{ includeSearch: false }}
          label={t('nav.zoomConnection')}
          leftSection={<IconVideo aria-hidden />}
        />
      )}
      {may('MANAGE_CLINIC') && <MenuLink to="/clinics/$clinicId/settings/clinic" params={params} label={t('nav.clinic')} leftSection={<IconBuildingHospital aria-hidden />} />}
      {may('MANAGE_ZOOM_APP') && (
        <MenuLink to="/clinics/$clinicId/settings/integrations/zoom" params={params} label={t('nav.zoomApp')} leftSection={<IconSettings aria-hidden />} />
      )}
      {may('MANAGE_SIGN_IN') && (
        <MenuLink to="/clinics/$clinicId/settings/sign-in" params={params} label={t('nav.signIn')} leftSection={<IconLock aria-hidden />} />
      )}
      {may('VIEW_AUDIT') && (
        <MenuLink
          to="/clinics/$clinicId/settings/audit"
          params={params}
          activeOptions={{ includeSearch: false }}
          label={t('nav.audit')}
          leftSection={<IconListSearch aria-hidden />}
        />
      )}
    </div>
  );
}

function InstallationLinks() {
  const { t } = useTranslation('common');
  return (
    <div className={classes.links} role="group" aria-label={t('nav.installation')}>
      <Text size="sm" className={classes.quiet} px={12} mt="md" aria-hidden>
        {t('nav.installation')}
      </Text>
      <MenuLink to="/clinics" activeOptions={{ exact: true }} label={t('nav.clinics')} leftSection={<IconBuildingHospital aria-hidden />} />
      <MenuLink to="/settings/integrations/zoom" label={t('nav.installationZoom')} leftSection={<IconSettings aria-hidden />} />
      <MenuLink to="/settings/audit" activeOptions={{ includeSearch: false }} label={t('nav.installationAudit')} leftSection={<IconListSearch aria-hidden />} />
      <MenuLink to="/settings/keys" label={t('nav.keys')} leftSection={<IconKey aria-hidden />} />
      <MenuLink to="/mails" label={t('nav.mails')} leftSection={<IconMailExclamation aria-hidden />} />
    </div>
  );
}
