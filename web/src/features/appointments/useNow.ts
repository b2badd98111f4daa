import { useInterval } from '@mantine/hooks';
import { useState } from 'react';

/** The time, as fresh as words about minutes need it. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 20_000, { autoInvoke: true });
  return now;
}
