import { useMutation } from '@tanstack/react-query';
import { request } from '../client';
import type { ReleaseNotes } from '../types';
import { reviewerAccessPath } from './readReviewerAccess';

/** Asked for by a press, and forgotten with the screen: it holds passwords, and each reading is in the audit trail. */
export const useReadReleaseNotes = (clinicId?: string) =>
  useMutation({
    mutationFn: () => request<ReleaseNotes>('GET', `${reviewerAccessPath(clinicId)}/release-notes`),
    gcTime: 0,
  });
