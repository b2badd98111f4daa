import { MultiSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Form, useFields } from '@/components/form';
import { SaveButton } from '@/components/SaveButton';
import { Section } from '@/components/Section';
import { ZoneSelect } from '@/components/ZoneSelect';
import { useChangeClinic } from '@/lib/api/clinics/changeClinic';
import { useClinic } from '@/lib/api/clinics/readClinic';
import { languageChoices } from '@/lib/languages';

export function ProfileSection({ clinicId }: { clinicId: string }) {
  const { t, i18n } = useTranslation('clinics');
  const { name, timeZone, contact, languages } = useClinic(clinicId);
  const change = useChangeClinic(clinicId);
  const { phone = '', email = '', address = '', website = '' } = contact;
  const form = useFields({ name, timeZone, phone, email, address, website }, change.error);
  const [spoken, setSpoken] = useState(languages);
  const [asking, ask] = useDisclosure();
  const moved = form.values.timeZone !== timeZone;
  const save = () => change.mutate({ ...form.values, languages: spoken }, { onSettled: ask.close });
  return (
    <Section title={t('profile.title')} lead={t('profile.lead')}>
      <Form
        onSubmit={moved ? ask.open : save}
        failure={change.error}
        fields={[...form.names, 'languages']}
        actions={<SaveButton label={t('profile.save')} pending={change.isPending} saved={change.isSuccess && !moved} />}
      >
        <TextInput {...form.field('name')} label={t('name')} required />
        <TextInput {...form.field('phone')} label={t('profile.phone')} type="tel" />
        <TextInput {...form.field('email')} label={t('profile.email')} type="email" />
        <Textarea {...form.field('address')} label={t('profile.address')} description={t('profile.addressHint')} autosize minRows={2} />
        <TextInput {...form.field('website')} label={t('profile.website')} type="url" />
        <MultiSelect
          label={t('profile.languages')}
          description={t('profile.languagesHint')}
          data={languageChoices(spoken, i18n.language)}
          value={spoken}
          onChange={(tags) => tags.length > 0 && setSpoken(tags)}
          error={change.error?.errors.find(({ field }) => field.startsWith('languages'))?.message}
          searchable
          limit={60}
        />
        <ZoneSelect
          label={t('timeZone')}
          description={t('profile.timeZoneHint')}
          value={form.values.timeZone}
          onChange={(zone) => form.set('timeZone', zone)}
          error={form.errorOf('timeZone')}
          required
        />
      </Form>
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        title={t('profile.zone.title', { zone: form.values.timeZone })}
        keep={t('profile.zone.keep')}
        confirm={t('profile.zone.confirm')}
        onConfirm={save}
        pending={change.isPending}
      >
        <Text>{t('profile.zone.hours', { before: timeZone, after: form.values.timeZone })}</Text>
        <Text>{t('profile.zone.visits')}</Text>
      </ConfirmDialog>
    </Section>
  );
}
