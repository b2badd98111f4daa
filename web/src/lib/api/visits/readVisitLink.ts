import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { appointmentKey } from '../appointments/readAppointment';
import { path, request } from '../client';

const visitLinkQuery = (clinicId: string, appointmentId: string) =>
  queryOptions({
    queryKey: [...appointmentKey(clinicId, appointmentId), 'visit-link'],
    queryFn: () => request<{ url: string }>('GET', path`/clinics/${clinicId}/appointments/${appointmentId}/visit-link`),
    staleTime: 60_000,
  });

export const useVisitLink = (clinicId: string, appointmentId: string, enabled: boolean) =>
  useQuery({ ...visitLinkQuery(clinicId, appointmentId), enabled });

export function useFetchVisitLink(clinicId: string, appointmentId: string) {
  const queries = useQueryClient();
  return () => queries.fetchQuery(visitLinkQuery(clinicId, appointmentId));
}
