import { Group, Input, NativeSelect, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnit, type Span, units } from './span';

interface Props {
  label: string;
  description: string;
  value: Span;
  onChange: (span: Span) => void;
  error?: string;
}

/** A number and its unit. */
export function SpanField({ label, description, value: { amount, unit }, onChange, error }: Props) {
  const { t } = useTranslation('clinics');
  const hint = useId();
  return (
    <Input.Wrapper label={label} description={description} descriptionProps={{ id: hint }} error={error} labelElement="div">
      <Group gap="xs" wrap="nowrap" mt={4}>
        <TextInput
          type="number"
          min={0}
          step={1}
          required
          w={110}
          aria-label={label}
          aria-describedby={hint}
          error={error !== undefined}
          value={amount}
          onChange={({ currentTarget }) => onChange({ amount: currentTarget.value, unit })}
        />
        <NativeSelect
          w={140}
          aria-label={t('rules.unitOf', { what: label })}
          value={unit}
          onChange={({ currentTarget }) => isUnit(currentTarget.value) && onChange({ amount, unit: currentTarget.value })}
          data={units.map((each) => ({ value: each, label: t(`rules.unit.${each}`) }))}
        />
      </Group>
    </Input.Wrapper>
  );
}
