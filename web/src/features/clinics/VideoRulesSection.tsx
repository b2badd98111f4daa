import { Fieldset, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { Loaded } from '@/components/Loaded';
import { SaveButton } from '@/components/SaveButton';
import { Section } from '@/components/Section';
import { useChangeVideoRules, useVideoRules } from '@/lib/api/clinics/videoRules';
import type { VideoRules } from '@/lib/api/types';

export function VideoRulesSection({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('clinics');
  const rules = useVideoRules(clinicId);
  return (
    <Section title={t('video.title')} lead={t('video.lead')}>
      <Loaded query={rules}>{(stored) => <VideoForm clinicId={clinicId} stored={stored} />}</Loaded>
    </Section>
  );
}

function VideoForm({ clinicId, stored }: { clinicId: string; stored: VideoRules }) {
  const { t } = useTranslation('clinics');
  const change = useChangeVideoRules(clinicId);
  const form = useFields(
    {
      joinOpensBeforeMinutes: String(stored.joinOpensBeforeMinutes),
      joinClosesAfterMinutes: String(stored.joinClosesAfterMinutes),
      fallbackPhone: stored.fallbackPhone ?? '',
      fallbackLink: stored.fallbackLink ?? '',
      fallbackWords: stored.fallbackWords ?? '',
    },
    change.error,
  );
  const submit = () => {
    const { joinOpensBeforeMinutes, joinClosesAfterMinutes, ...fallback } = form.values;
    change.mutate({ joinOpensBeforeMinutes: Number(joinOpensBeforeMinutes), joinClosesAfterMinutes: Number(joinClosesAfterMinutes), ...fallback });
  };
  return (
    <Form
      onSubmit={submit}
      failure={change.error}
      fields={form.names}
      actions={<SaveButton label={t('video.save')} pending={change.isPending} saved={change.isSuccess} />}
    >
      <TextInput {...form.field('joinOpensBeforeMinutes')} label={t('video.opens')} type="number" min={0} max={1440} required />
      <TextInput {...form.field('joinClosesAfterMinutes')} label={t('video.closes')} type="number" min={0} max={1440} required />
      <Fieldset legend={t('video.fallback')}>
        <Stack>
          <Text size="sm">{t('video.fallbackHint')}</Text>
          <TextInput {...form.field('fallbackPhone')} label={t('video.phone')} type="tel" />
          <TextInput {...form.field('fallbackLink')} label={t('video.link')} description={t('video.linkHint')} type="url" />
          <Textarea {...form.field('fallbackWords')} label={t('video.words')} description={t('video.wordsHint')} autosize minRows={2} maxLength={500} />
        </Stack>
      </Fieldset>
    </Form>
  );
}
