import { useMutation } from '@tanstack/react-query';
import { path, request } from '../client';
import type { AbsenceDecision, Items, PatientMessage } from '../types';

/** What the patients would read. */
export const usePreviewAbsence = (clinicId: string, doctorId: string) =>
  useMutation({
    mutationFn: (body: AbsenceDecision) => request<Items<PatientMessage>>('POST', path`/clinics/${clinicId}/doctors/${doctorId}/absence/messages`, { body }),
  });
