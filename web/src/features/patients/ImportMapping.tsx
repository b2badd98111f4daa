import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/Section';
import type { DateOrder, ImportCheck, ImportColumn } from '@/lib/api/types';
import { importColumns, isImportColumn, remapped } from './importColumns';

interface Props {
  checked: ImportCheck;
  onChange: (change: { columns: ImportColumn[]; dates: DateOrder }) => void;
}

/** What each column of the file holds: guessed, and corrected here. */
export function ImportMapping({ checked, onChange }: Props) {
  const { t } = useTranslation('patients');
  const { columns, headings, sample, dates } = checked;
  const choices = importColumns.map((column) => ({ value: column, label: t(`import.column.${column}`) }));
  return (
    <Section title={t('import.mapping')} lead={t('import.mappingLead')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        {columns.map((column, place) => (
          <NativeSelect
            key={place}
            label={headings[place]?.trim() || t('import.unnamed', { number: place + 1 })}
            description={t('import.example', { value: sample.map((row) => row[place]?.trim()).find(Boolean) ?? t('nothing') })}
            data={choices}
            value={column}
            onChange={({ currentTarget: { value } }) => isImportColumn(value) && onChange({ columns: remapped(columns, place, value), dates })}
          />
        ))}
      </SimpleGrid>
      {columns.includes('BIRTH_DATE') && (
        <NativeSelect
          label={t('import.dates')}
          description={t('import.datesHint')}
          maw={420}
          data={[
            { value: 'DAY_FIRST', label: t('import.dayFirst') },
            { value: 'MONTH_FIRST', label: t('import.monthFirst') },
          ]}
          value={dates}
          onChange={({ currentTarget: { value } }) => onChange({ columns, dates: value === 'MONTH_FIRST' ? 'MONTH_FIRST' : 'DAY_FIRST' })}
        />
      )}
    </Section>
  );
}
