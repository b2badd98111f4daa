import { Box, Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import { Brand } from './Brand';
import classes from './QuietFrame.module.css';

/** A page without the shell: one calm card under the mark. */
export function QuietFrame({ children, head }: { children: ReactNode; head?: ReactNode }) {
  return (
    <Box className={classes.frame}>
      <header className={classes.head}>{head ?? <Brand />}</header>
      <main className={classes.main}>
        <Paper p={{ base: 'lg', xs: 'xl' }}>{children}</Paper>
      </main>
    </Box>
  );
}
