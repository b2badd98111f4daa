import { useMutation } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Availability, LeftOutside } from '../types';

/** The booked visits that these hours would leave outside. */
export const usePreviewAvailability = (clinicId: string, doctorId: string) =>
  useMutation({
    mutationFn: (availability: Availability) =>
      request<LeftOutside>('POST', path`/clinics/${clinicId}/doctors/${doctorId}/availability/preview`, { body: availability }),
  });
