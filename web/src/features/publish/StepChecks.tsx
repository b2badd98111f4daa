import { Group, Stack, Text } from '@mantine/core';
import type { StepState } from '@/lib/api/types';
import { StepStateBadge } from './StepStateBadge';
import classes from './publish.module.css';

/** What was seen of a step, each with its evidence and the way to green. */
export function StepChecks({ items }: { items: StepState['items'] }) {
  return (
    <ul className={classes.list}>
      {items.map(({ id, title, state, evidence, remedy }) => (
        <li key={id}>
          <Stack gap={4}>
            <Group gap="xs">
              <Text fw={600}>{title}</Text>
              <StepStateBadge state={state} />
            </Group>
            <Text size="sm">{evidence}</Text>
            {remedy && (
              <Text size="sm" c="dimmed">
                {remedy}
              </Text>
            )}
          </Stack>
        </li>
      ))}
    </ul>
  );
}
