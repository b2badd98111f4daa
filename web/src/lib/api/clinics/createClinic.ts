import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import { clinicsQuery } from './listClinics';

export interface NewClinic {
  name: string;
  slug: string;
  timeZone: string;
}

const createClinic = (body: NewClinic) => request<{ id: string }>('POST', '/clinics', { body });

export function useCreateClinic() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: createClinic, onSuccess: () => queries.invalidateQueries({ queryKey: clinicsQuery.queryKey, exact: true }) });
}
