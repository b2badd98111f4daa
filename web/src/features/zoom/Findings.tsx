import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Words } from '@/lib/api/types';

/** What a Zoom account does not allow or has settled otherwise. */
export function Findings({ findings }: { findings: Words[] }) {
  return (
    <Stack gap="sm" w="100%">
      {findings.map(({ code, title, remedy }) => (
        <Alert key={code} color="marigold" icon={<IconAlertTriangle aria-hidden />} title={title}>
          {remedy}
        </Alert>
      ))}
    </Stack>
  );
}
