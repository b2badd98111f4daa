import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FailureLike, useProblemWords } from './problemWords';

interface Props {
  failure: FailureLike;
  /** Fields whose own message is shown beside them. */
  shownOnFields?: string[];
}

/** Says beside the button that failed what went wrong; nothing when nothing did. */
export function ProblemAlert({ failure, shownOnFields = [] }: Props) {
  const { t } = useTranslation('common');
  const words = useProblemWords();
  if (!failure) return null;
  const others = (failure.errors ?? []).filter(({ field }) => !shownOnFields.some((name) => field === name || field.endsWith(`.${name}`)));
  return (
    <Alert role="alert" color="brick" variant="light" icon={<IconAlertTriangle aria-hidden />} title={t('problem.title')}>
      {words(failure)}
      {others.length > 0 && (
        <List size="sm" mt="xs">
          {others.map(({ field, message }) => (
            <List.Item key={field + message}>{message}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
