import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { Loaded } from '@/components/Loaded';
import { SaveButton } from '@/components/SaveButton';
import { Section } from '@/components/Section';
import { useBookingRules, useChangeBookingRules } from '@/lib/api/clinics/bookingRules';
import type { BookingRules } from '@/lib/api/types';
import { SpanField } from './SpanField';
import { minutesOf, type Span, spanOf } from './span';

const STEPS = [5, 10, 15, 20, 30, 45, 60];

export function BookingRulesSection({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('clinics');
  const rules = useBookingRules(clinicId);
  return (
    <Section title={t('rules.title')} lead={t('rules.lead')}>
      <Loaded query={rules}>{(stored) => <RulesForm clinicId={clinicId} stored={stored} />}</Loaded>
    </Section>
  );
}

function RulesForm({ clinicId, stored }: { clinicId: string; stored: BookingRules }) {
  const { t } = useTranslation('clinics');
  const change = useChangeBookingRules(clinicId);
  const form = useFields(
    {
      horizonDays: String(stored.horizonDays),
      stepMinutes: String(stored.stepMinutes ?? ''),
      dailyMaximum: String(stored.dailyMaximum ?? ''),
      holdMinutes: String(stored.holdMinutes),
    },
    change.error,
  );
  const [spans, setSpans] = useState({
    leadMinutes: spanOf(stored.leadMinutes),
    changeUntilMinutes: spanOf(stored.changeUntilMinutes),
    cancelUntilMinutes: spanOf(stored.cancelUntilMinutes),
  });
  const names = ['leadMinutes', 'changeUntilMinutes', 'cancelUntilMinutes'] as const;
  const setSpan = (name: (typeof names)[number], span: Span) => setSpans({ ...spans, [name]: span });
  const numberOrNothing = (text: string) => (text ? Number(text) : undefined);
  const submit = () => {
    const { horizonDays, stepMinutes, dailyMaximum, holdMinutes } = form.values;
    change.mutate({
      leadMinutes: minutesOf(spans.leadMinutes),
      changeUntilMinutes: minutesOf(spans.changeUntilMinutes),
      cancelUntilMinutes: minutesOf(spans.cancelUntilMinutes),
      horizonDays: Number(horizonDays),
      stepMinutes: numberOrNothing(stepMinutes),
      dailyMaximum: numberOrNothing(dailyMaximum),
      holdMinutes: Number(holdMinutes),
    });
  };
  const steps = [...new Set([...STEPS, ...(stored.stepMinutes ? [stored.stepMinutes] : [])])].toSorted((one, other) => one - other);
  return (
    <Form
      onSubmit={submit}
      failure={change.error}
      fields={[...form.names, ...names]}
      actions={<SaveButton label={t('rules.save')} pending={change.isPending} saved={change.isSuccess} />}
    >
      {names.map((name) => (
        <SpanField
          key={name}
          label={t(`rules.${name}`)}
          description={t(`rules.${name}Hint`)}
          value={spans[name]}
          onChange={(span) => setSpan(name, span)}
          error={change.error?.errors.find(({ field }) => field === name)?.message}
        />
      ))}
      <TextInput {...form.field('horizonDays')} label={t('rules.horizonDays')} description={t('rules.horizonDaysHint')} type="number" min={1} max={730} required />
      <NativeSelect
        {...form.field('stepMinutes')}
        label={t('rules.stepMinutes')}
        data={[{ value: '', label: t('rules.stepOfService') }, ...steps.map((minutes) => ({ value: String(minutes), label: t('rules.everyMinutes', { minutes }) }))]}
      />
      <TextInput {...form.field('dailyMaximum')} label={t('rules.dailyMaximum')} description={t('rules.dailyMaximumHint')} type="number" min={1} max={200} />
      <TextInput {...form.field('holdMinutes')} label={t('rules.holdMinutes')} description={t('rules.holdMinutesHint')} type="number" min={1} max={60} required />
    </Form>
  );
}
