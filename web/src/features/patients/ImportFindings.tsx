import { Button, Checkbox, Group, List, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { FailureLike } from '@/components/problemWords';
import { Section } from '@/components/Section';
import type { ImportCheck } from '@/lib/api/types';
import { willBeAdded } from './importColumns';

interface Props {
  checked: ImportCheck;
  checking: boolean;
  running: boolean;
  failure: FailureLike;
  onRun: (addDuplicates: boolean) => void;
}

/** What an import would do: nothing has been written yet. */
export function ImportFindings({ checked, checking, running, failure, onRun }: Props) {
  const { t } = useTranslation('patients');
  const [withDuplicates, setWithDuplicates] = useState(false);
  const { rows, bad, wrong, suspected, suspects } = checked;
  const count = willBeAdded(rows, bad, suspected, withDuplicates);
  return (
    <Section title={t('import.findings')} lead={t('import.findingsLead')}>
      <Text role="status">{t('import.summary', { rows, count, bad, suspected })}</Text>
      {wrong.length > 0 && (
        <div>
          <Title order={3} size="h4">
            {t('import.wrong')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('import.wrongLead')}
          </Text>
          <List mt="xs">
            {wrong.map(({ line, column, message }) => (
              <List.Item key={`${line} ${column} ${message}`}>{t('import.wrongLine', { line, column: t(`import.column.${column}`), message })}</List.Item>
            ))}
          </List>
        </div>
      )}
      {suspects.length > 0 && (
        <div>
          <Title order={3} size="h4">
            {t('import.suspects')}
          </Title>
          <List mt="xs">
            {suspects.map(({ line, name, sameAs, known }) => (
              <List.Item key={line}>
                {sameAs ? t('import.sameAs', { line, name, other: sameAs }) : t('import.known', { line, name, known: known.map((it) => it.name).join(', ') })}
              </List.Item>
            ))}
          </List>
          <Checkbox mt="sm" label={t('import.withDuplicates')} checked={withDuplicates} onChange={({ currentTarget }) => setWithDuplicates(currentTarget.checked)} />
        </div>
      )}
      <ProblemAlert failure={failure} />
      {count > 0 ? (
        <Group>
          <Button loading={running || checking} onClick={() => onRun(withDuplicates)}>
            {t('import.run', { count })}
          </Button>
        </Group>
      ) : (
        <Text fw={650}>{t('import.nothing')}</Text>
      )}
    </Section>
  );
}
