import { useMutation } from '@tanstack/react-query';
import { request } from '../client';
import type { AuditVerification } from '../types';
import { auditPath } from './listAudit';

const verifyAudit = (clinicId?: string) => request<AuditVerification>('GET', `${auditPath(clinicId)}/verification`);

export const useVerifyAudit = (clinicId?: string) => useMutation({ mutationFn: () => verifyAudit(clinicId) });
