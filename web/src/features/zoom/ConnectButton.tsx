import { Button, Stack } from '@mantine/core';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useAuthorizeZoom } from '@/lib/api/zoom/authorizeZoom';
import { leaveFor } from '@/lib/outside';

interface Props {
  clinicId: string;
  doctorId: string;
  label: string;
  /** What the address carried that Zoom's own Add button led to. */
  add?: string;
}

/** Begins an authorization of ours and leaves for Zoom's consent page. */
export function ConnectButton({ clinicId, doctorId, label, add }: Props) {
  const authorize = useAuthorizeZoom(clinicId, doctorId, add);
  return (
    <Stack gap="xs" align="flex-start">
      <ProblemAlert failure={authorize.error} />
      <Button
        loading={authorize.isPending || authorize.isSuccess}
        onClick={() => authorize.mutate(undefined, { onSuccess: ({ authorizeUrl }) => leaveFor(authorizeUrl) })}
      >
        {label}
      </Button>
    </Stack>
  );
}
