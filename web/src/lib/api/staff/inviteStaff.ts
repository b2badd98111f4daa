import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import { type StaffKind, staffKey } from './listStaff';

export interface StaffInvitation {
  kind: StaffKind;
  name: string;
  email: string;
}

const inviteStaff = (clinicId: string, { kind, ...body }: StaffInvitation) =>
  request<{ id: string }>('POST', `/clinics/${encodeURIComponent(clinicId)}/${kind}`, { body });

export function useInviteStaff(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (invitation: StaffInvitation) => inviteStaff(clinicId, invitation),
    onSuccess: (_, { kind }) => queries.invalidateQueries({ queryKey: staffKey(clinicId, kind) }),
  });
}
