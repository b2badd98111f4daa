import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { ProblemAlert } from './ProblemAlert';
import type { FailureLike } from './problemWords';

interface Props {
  trial: {
    error: FailureLike;
    data?: { ok: boolean; message: string };
    isPending: boolean;
    mutate: () => void;
  };
  works: string;
  fails: string;
  button: string;
}

/** Tries what is stored against the outside and says in words what came of it. */
export function Trial({ trial: { error, data, isPending, mutate }, works, fails, button }: Props) {
  return (
    <>
      <ProblemAlert failure={error} />
      {data && (
        <Alert
          role="status"
          color={data.ok ? 'pine' : 'brick'}
          icon={data.ok ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
          title={data.ok ? works : fails}
        >
          {data.message}
        </Alert>
      )}
      <Button w="fit-content" variant="outline" loading={isPending} onClick={() => mutate()}>
        {button}
      </Button>
    </>
  );
}
