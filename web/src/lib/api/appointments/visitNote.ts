import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { VisitNote } from '../types';

const noteKey = (clinicId: string, id: string) => ['clinics', clinicId, 'notes', id];
const notePath = (clinicId: string, id: string) => path`/clinics/${clinicId}/appointments/${id}/note`;

export const useVisitNote = (clinicId: string, id: string) =>
  useQuery({ queryKey: noteKey(clinicId, id), queryFn: () => request<VisitNote>('GET', notePath(clinicId, id)) });

/** The version that was seen goes along, so that nobody writes over what they have not read. */
export function useWriteVisitNote(clinicId: string, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (note: { text: string; version: number }) => request<VisitNote>('PUT', notePath(clinicId, id), { body: note }),
    onSuccess: (written) => queries.setQueryData(noteKey(clinicId, id), written),
  });
}
