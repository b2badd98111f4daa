import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { NewService, Service } from '../types';
import { servicesKey } from './listServices';

export function useChangeService(clinicId: string, serviceId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (service: NewService) => request<Service>('PUT', path`/clinics/${clinicId}/services/${serviceId}`, { body: service }),
    onSuccess: () => queries.invalidateQueries({ queryKey: servicesKey(clinicId) }),
  });
}
