import { Alert, Button, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { Loaded } from '@/components/Loaded';
import { RowList } from '@/components/RowList';
import { Waiting } from '@/components/Waiting';
import { isPresent, useStaff } from '@/lib/api/staff/listStaff';
import type { StaffMember, ZoomPerson } from '@/lib/api/types';
import { useLookUpUser } from '@/lib/api/zoom/lookUpUser';
import { useMapZoomUser } from '@/lib/api/zoom/mapZoomUser';
import { useConnection } from '@/lib/api/zoom/readConnection';
import { MappedUserCheck } from './MappedUserCheck';
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
      {({ zoomUser, meetingsAtOnce, userCheck }) => (
        <Stack gap="sm">
          <MappedUserForm clinicId={clinicId} doctor={doctor} stored={zoomUser ?? ''} meetingsAtOnce={meetingsAtOnce ?? 1} />
          {userCheck && <MappedUserCheck clinicId={clinicId} doctor={doctor} check={userCheck} />}
        </Stack>
      )}
    </Loaded>
  );
}

interface FormProps {
  clinicId: string;
  doctor: StaffMember;
  stored: string;
  meetingsAtOnce: number;
}

export function MappedUserForm({ clinicId, doctor, stored, meetingsAtOnce }: FormProps) {
  const { t } = useTranslation(['zoom', 'common']);
  const map = useMapZoomUser(clinicId, doctor.id);
  const lookUp = useLookUpUser(clinicId);
  const form = useFields({ zoomUser: stored, meetingsAtOnce: String(meetingsAtOnce) }, map.error ?? lookUp.error);
  const zoomUser = form.values.zoomUser.trim();
  return (
    <Form
      onSubmit={() => map.mutate({ zoomUser, meetingsAtOnce: Number(form.values.meetingsAtOnce) })}
      failure={map.error ?? lookUp.error}
      fields={form.names}
      actions={null}
    >
      <Group align="flex-end" gap="sm">
        <TextInput {...form.field('zoomUser')} label={t('users.label', { doctor: doctor.name })} placeholder={doctor.email} autoComplete="off" flex={1} miw={220} />
        <NativeSelect
          {...form.field('meetingsAtOnce')}
          label={t('users.atOnce')}
          aria-label={t('users.atOnceNamed', { doctor: doctor.name })}
          data={[
            { value: '1', label: t('users.one') },
            { value: '2', label: t('users.two') },
          ]}
        />
        <Button variant="default" loading={lookUp.isPending} onClick={() => lookUp.mutate(zoomUser || doctor.email)} aria-label={t('users.lookUpNamed', { doctor: doctor.name })}>
          {t('users.lookUp')}
        </Button>
        <Button type="submit" variant="outline" loading={map.isPending} aria-label={t('users.save', { doctor: doctor.name })}>
          {t('common:save')}
        </Button>
        <SavedNote shown={map.isSuccess} />
      </Group>
      {lookUp.data && <FoundUser person={lookUp.data} />}
    </Form>
  );
}

function FoundUser({ person: { id, email, name, licence, warnings } }: { person: ZoomPerson }) {
  const { t } = useTranslation('zoom');
  return (
    <Alert role="status" color={warnings.length > 0 ? 'marigold' : 'pine'} title={[name, email].filter(Boolean).join(', ') || id}>
      <Text size="sm">{t(`users.licence.${licence}`)}</Text>
      {warnings.map((warning) => (
        <Text key={warning} size="sm">
          {warning}
        </Text>
      ))}
    </Alert>
  );
}
