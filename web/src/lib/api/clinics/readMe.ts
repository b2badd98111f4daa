import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import { useSession } from '../session/readSession';
import type { Me, Permission } from '../types';

export const meQuery = (clinicId: string) =>
  queryOptions({
    queryKey: ['clinics', clinicId, 'me'],
    queryFn: () => request<Me>('GET', path`/clinics/${clinicId}/me`),
    staleTime: 60_000,
  });

/** What the viewer is and may do in this clinic. The server decides; this only spares people doors that would not open. */
export function useMe(clinicId: string) {
  const { data: me } = useSuspenseQuery(meQuery(clinicId));
  const session = useSession();
  const roles = session.memberships.find((membership) => membership.clinicId === clinicId)?.roles ?? [];
  return {
    ...me,
    roles,
    administrator: session.administrator,
    staff: session.administrator || roles.some((role) => role !== 'PATIENT'),
    may: (permission: Permission) => me.permissions.includes(permission),
  };
}
