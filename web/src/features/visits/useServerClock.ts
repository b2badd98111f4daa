import { useEffect, useMemo, useState } from 'react';

/** The server's time, ticking: phones' own clocks are often minutes off, and the join window is the server's. */
export function useServerClock(serverNow: string): number {
  const ahead = useMemo(() => Date.parse(serverNow) - Date.now(), [serverNow]);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now + ahead;
}
