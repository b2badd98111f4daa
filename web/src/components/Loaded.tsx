import { Alert, Button, Stack } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type FailureLike, useProblemWords } from './problemWords';
import { Waiting } from './Waiting';

interface Props<T> {
  query: { data: T | undefined; error: FailureLike; isFetching: boolean; refetch: () => unknown };
  waiting?: ReactNode;
  children: (data: T) => ReactNode;
}

/** One answer in its three states. What was shown stays while a refresh fails. */
export function Loaded<T>({ query, waiting, children }: Props<T>) {
  const { t } = useTranslation('common');
  const words = useProblemWords();
  if (query.data === undefined && !query.error) return waiting ?? <Waiting />;
  return (
    <>
      {query.error && (
        <Alert role="alert" color="brick" icon={<IconPlugConnectedX aria-hidden />} title={t(query.data === undefined ? 'problem.notShown' : 'problem.stale')} mb="md">
          <Stack align="flex-start" gap="sm">
            {words(query.error)}
            <Button size="sm" variant="outline" color="brick" loading={query.isFetching} onClick={() => void query.refetch()}>
              {t('tryAgain')}
            </Button>
          </Stack>
        </Alert>
      )}
      {query.data !== undefined && children(query.data)}
    </>
  );
}
