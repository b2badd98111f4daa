import { Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { useFields } from '@/components/form';
import { ZoneSelect } from '@/components/ZoneSelect';
import { languageChoices } from '@/lib/languages';
import type { PatientValues } from './details';

interface Props {
  form: ReturnType<typeof useFields<PatientValues>>;
  /** Is a guardian to be reached, or is somebody else? */
  reached: boolean;
}

export function PatientFields({ form, reached }: Props) {
  const { t, i18n } = useTranslation('patients');
  const { birthDate, timeZone, language } = form.values;
  const languages = useMemo(() => languageChoices(language ? [language] : [], i18n.language), [language, i18n.language]);
  return (
    <>
      <TextInput {...form.field('name')} label={t('name')} autoComplete="off" required data-autofocus />
      <TextInput {...form.field('birthDate')} label={t('birthDate')} type="date" max={new Date().toISOString().slice(0, 10)} value={birthDate} />
      <TextInput {...form.field('email')} label={t('email')} description={t('reachHint')} type="email" autoComplete="off" required={!reached} />
      <TextInput {...form.field('phone')} label={t('phone')} type="tel" autoComplete="off" />
      <Select
        label={t('language')}
        description={t('languageHint')}
        data={languages}
        value={language || null}
        onChange={(tag) => form.set('language', tag ?? '')}
        error={form.errorOf('language')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('clearLanguage') }}
      />
      <ZoneSelect
        label={t('timeZone')}
        description={t('timeZoneHint')}
        value={timeZone}
        onChange={(zone) => form.set('timeZone', zone)}
        error={form.errorOf('timeZone')}
        clearable
      />
    </>
  );
}
