import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { ImportCheck, ImportFile, ImportUndone, Items, PatientImport } from '../types';
import { patientsKey } from './listPatients';

const importsPath = (clinicId: string) => path`/clinics/${clinicId}/patients/imports`;

/** What an import would do; nothing is written. */
export const useCheckImport = (clinicId: string) =>
  useMutation({ mutationFn: (body: ImportFile) => request<ImportCheck>('POST', `${importsPath(clinicId)}/check`, { body }) });

export function useRunImport(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ImportFile) => request<PatientImport>('POST', importsPath(clinicId), { body }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: patientsKey(clinicId) }),
  });
}

export const useImports = (clinicId: string) =>
  useQuery({
    queryKey: [...patientsKey(clinicId), 'imports'],
    queryFn: () => request<Items<PatientImport>>('GET', importsPath(clinicId)),
  });

export function useUndoImport(clinicId: string, importId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<ImportUndone>('POST', importsPath(clinicId) + path`/${importId}/undo`),
    onSuccess: () => void queries.invalidateQueries({ queryKey: patientsKey(clinicId) }),
  });
}
