import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { href, path, request } from '../client';
import type { AuditAction, AuditEntry, Items } from '../types';

/** Instants; `to` is not included. */
export interface AuditCriteria {
  actor?: string;
  action?: AuditAction;
  subject?: string;
  from?: string;
  to?: string;
}

/** A clinic's audit trail, or the installation's own when no clinic is given. */
export const auditPath = (clinicId?: string) => (clinicId ? path`/clinics/${clinicId}/audit` : '/audit');

export const auditExport = (clinicId: string | undefined, criteria: AuditCriteria) => href(`${auditPath(clinicId)}/export`, { ...criteria });

const listAudit = (clinicId: string | undefined, criteria: AuditCriteria, cursor?: string) =>
  request<Items<AuditEntry>>('GET', auditPath(clinicId), { query: { ...criteria, cursor, limit: 50 } });

export const useAudit = (clinicId: string | undefined, criteria: AuditCriteria) =>
  useInfiniteQuery({
    queryKey: ['clinics', clinicId, 'audit', criteria],
    queryFn: ({ pageParam }) => listAudit(clinicId, criteria, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
