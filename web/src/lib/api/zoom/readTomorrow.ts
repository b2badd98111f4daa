import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Tomorrow } from '../types';

const TEN_MINUTES = 600_000;

/** Whose video visits of tomorrow will not work as things stand. */
export const useTomorrow = (clinicId: string) =>
  useQuery({
    queryKey: ['clinics', clinicId, 'connections', 'tomorrow'],
    queryFn: () => request<Tomorrow>('GET', path`/clinics/${clinicId}/zoom/tomorrow`),
    refetchInterval: TEN_MINUTES,
  });
