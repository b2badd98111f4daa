import { NativeSelect, Paper, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { Loaded } from '@/components/Loaded';
import { SaveButton } from '@/components/SaveButton';
import { usePublisher, useWritePublisher } from '@/lib/api/marketplace/publisher';
import type { Publisher } from '@/lib/api/types';
import { countries } from './countries';
import { PublishFrame } from './PublishFrame';

/** Who publishes the app: named on every public page, in every document, and in Zoom's listing. */
export function PublisherPage({ clinicId }: { clinicId?: string }) {
  const publisher = usePublisher(clinicId);
  return (
    <PublishFrame clinicId={clinicId} screen="publisher">
      <Loaded query={publisher}>{(stored) => <PublisherForm clinicId={clinicId} stored={stored} />}</Loaded>
    </PublishFrame>
  );
}

export function PublisherForm({ clinicId, stored }: { clinicId?: string; stored: Publisher }) {
  const { t, i18n } = useTranslation(['publish', 'common']);
  const write = useWritePublisher(clinicId);
  const form = useFields(
    { company: stored.company ?? '', contactEmail: stored.contactEmail ?? '', address: stored.address ?? '', country: stored.country ?? '', supportHours: stored.supportHours ?? '', firstResponse: stored.firstResponse ?? '' },
    write.error,
  );
  return (
    <Paper>
      <Form
        onSubmit={() => write.mutate(form.values)}
        failure={write.error}
        fields={form.names}
        actions={<SaveButton label={t('common:save')} pending={write.isPending} saved={write.isSuccess} />}
      >
        <TextInput {...form.field('company')} label={t('publisher.company')} description={t('publisher.companyHint')} maxLength={200} autoComplete="organization" />
        <TextInput {...form.field('contactEmail')} label={t('publisher.contactEmail')} description={t('publisher.contactEmailHint')} type="email" maxLength={320} autoComplete="email" />
        <Textarea {...form.field('address')} label={t('publisher.address')} autosize minRows={3} maxLength={500} autoComplete="street-address" />
        <NativeSelect {...form.field('country')} label={t('publisher.country')} autoComplete="country" data={[{ value: '', label: t('publisher.noCountry') }, ...countries(i18n.language)]} />
        <TextInput {...form.field('supportHours')} label={t('publisher.supportHours')} description={t('publisher.supportHoursHint')} maxLength={200} />
        <TextInput {...form.field('firstResponse')} label={t('publisher.firstResponse')} description={t('publisher.firstResponseHint')} maxLength={200} />
      </Form>
    </Paper>
  );
}
