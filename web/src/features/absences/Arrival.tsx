import type { ReactNode } from 'react';

const focus = (arrived: HTMLDivElement | null) => arrived?.focus();

/** Takes the place of what was pressed, and its focus. */
export function Arrival({ children }: { children: ReactNode }) {
  return (
    <div ref={focus} tabIndex={-1} style={{ outline: 'none' }}>
      {children}
    </div>
  );
}
