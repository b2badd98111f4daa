import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** What would be here, and the step that fills it. */
export function Empty({ icon, title, children, action }: Props) {
  return (
    <Paper>
      <Stack align="center" gap="xs" py="xl" ta="center">
        {icon}
        <Title order={2} size="h3">
          {title}
        </Title>
        {children && (
          <Text c="dimmed" maw={460}>
            {children}
          </Text>
        )}
        {action}
      </Stack>
    </Paper>
  );
}
