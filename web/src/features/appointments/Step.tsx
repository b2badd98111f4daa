import { Paper, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Step.module.css';

export function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <Paper component="section" aria-labelledby={heading}>
      <Title order={2} mb="md" id={heading}>
        <span className={classes.number} aria-hidden="true">
          {number}
        </span>
        {title}
      </Title>
      {children}
    </Paper>
  );
}
