import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import type { ReviewerAccess } from '../types';
import { reviewerAccessKey, reviewerAccessPath } from './readReviewerAccess';

/** What can be done to the access: let reviewers in, give them other passwords, let them in no longer. */
export type ReviewerStep = 'open' | 'renew' | 'withdraw';

const send = (step: ReviewerStep, access: string): Promise<ReviewerAccess | void> => {
  switch (step) {
    case 'open':
      return request<ReviewerAccess>('POST', access);
    case 'renew':
      return request<ReviewerAccess>('POST', `${access}/passwords`);
    case 'withdraw':
      return request<void>('DELETE', access);
  }
};

export function useChangeReviewerAccess(clinicId?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: ReviewerStep) => send(step, reviewerAccessPath(clinicId)),
    onSettled: () => queries.invalidateQueries({ queryKey: reviewerAccessKey(clinicId) }),
  });
}
