import type { ComponentType, ReactNode } from 'react';
import classes from './StateBadge.module.css';

export type Tone = 'good' | 'attention' | 'trouble' | 'plain' | 'info';

interface Props {
  tone: Tone;
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  children: ReactNode;
}

/** State as icon, word and tone together: never colour alone. */
export function StateBadge({ tone, icon: Icon, children }: Props) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={16} aria-hidden />
      {children}
    </span>
  );
}
