import { Button, Group, Paper, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { Loaded } from '@/components/Loaded';
import { RowList } from '@/components/RowList';
import { Waiting } from '@/components/Waiting';
import { isPresent, useStaff } from '@/lib/api/staff/listStaff';
import type { StaffMember } from '@/lib/api/types';
import { useMapZoomUser } from '@/lib/api/zoom/mapZoomUser';
import { useConnection } from '@/lib/api/zoom/readConnection';
import { SavedNote } from './SavedNote';

/** Which user of the clinic's Zoom account hosts each doctor's meetings. */
export function MappedUsers({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('zoom');
  const doctors = useStaff(clinicId, 'doctors');
  return (
    <Paper component="section" aria-labelledby="mapped-users" mt="lg">
      <Title order={2} id="mapped-users">
        {t('users.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('users.lead')}
      </Text>
      <Loaded query={doctors}>
        {({ items }) => (
          <RowList>
            {items.filter(isPresent).map((doctor) => (
              <li key={doctor.id}>
                <MappedUser clinicId={clinicId} doctor={doctor} />
              </li>
            ))}
          </RowList>
        )}
      </Loaded>
    </Paper>
  );
}

function MappedUser({ clinicId, doctor }: { clinicId: string; doctor: StaffMember }) {
  const connection = useConnection(clinicId, doctor.id);
  return (
    <Loaded query={connection} waiting={<Waiting rows={1} />}>
      {({ zoomUser }) => <MappedUserForm clinicId={clinicId} doctor={doctor} stored={zoomUser ?? ''} />}
    </Loaded>
  );
}

function MappedUserForm({ clinicId, doctor, stored }: { clinicId: string; doctor: StaffMember; stored: string }) {
  const { t } = useTranslation(['zoom', 'common']);
  const map = useMapZoomUser(clinicId, doctor.id);
  const form = useFields({ zoomUser: stored }, map.error);
  return (
    <Form onSubmit={() => map.mutate(form.values.zoomUser.trim())} failure={map.error} fields={form.names} actions={null}>
      <Group align="flex-end" gap="sm">
        <TextInput {...form.field('zoomUser')} label={t('users.label', { doctor: doctor.name })} placeholder={doctor.email} autoComplete="off" flex={1} miw={220} required />
        <Button type="submit" variant="outline" loading={map.isPending} aria-label={t('users.save', { doctor: doctor.name })}>
          {t('common:save')}
        </Button>
        <SavedNote shown={map.isSuccess} />
      </Group>
    </Form>
  );
}
