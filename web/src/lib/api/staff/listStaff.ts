import { useQuery } from '@tanstack/react-query';
import { request } from '../client';
import type { Items, StaffMember } from '../types';

export type StaffKind = 'doctors' | 'receptionists' | 'admins';

export const staffKey = (clinicId: string, kind: StaffKind) => ['clinics', clinicId, kind];

/** Has not left the clinic. */
export const isPresent = ({ status }: StaffMember) => status !== 'LEFT';

export const useStaff = (clinicId: string, kind: StaffKind, enabled = true) =>
  useQuery({
    queryKey: staffKey(clinicId, kind),
    queryFn: () => request<Items<StaffMember>>('GET', `/clinics/${encodeURIComponent(clinicId)}/${kind}`, { query: { limit: 200 } }),
    staleTime: 30_000,
    enabled,
  });
