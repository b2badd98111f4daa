import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { NewService } from '../types';
import { servicesKey } from './listServices';

const createService = (clinicId: string, body: NewService) => request<{ id: string }>('POST', path`/clinics/${clinicId}/services`, { body });

export function useCreateService(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (service: NewService) => createService(clinicId, service),
    onSuccess: () => queries.invalidateQueries({ queryKey: servicesKey(clinicId) }),
  });
}
