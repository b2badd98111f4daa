import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { ReviewerAccess } from '../types';

/** Of a clinic's app, or of the installation's when no clinic is given. */
export const reviewerAccessPath = (clinicId?: string) => (clinicId ? path`/clinics/${clinicId}/marketplace/reviewer-access` : '/marketplace/reviewer-access');
export const reviewerAccessKey = (clinicId?: string) => (clinicId ? ['clinics', clinicId, 'reviewer-access'] : ['reviewer-access']);

export const useReviewerAccess = (clinicId?: string) =>
  useQuery({
    queryKey: reviewerAccessKey(clinicId),
    queryFn: () => request<ReviewerAccess>('GET', reviewerAccessPath(clinicId)),
  });
