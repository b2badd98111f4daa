import type { Permission } from '@/lib/api/types';

/** What machines are usually made for; the interface knows more. */
export const limits = [
  'VIEW_APPOINTMENTS',
  'BOOK_APPOINTMENT',
  'RESCHEDULE_APPOINTMENT',
  'CANCEL_APPOINTMENT',
  'VIEW_PATIENTS',
  'MANAGE_PATIENTS',
  'VIEW_AVAILABILITY',
  'VIEW_SERVICES',
] as const satisfies Permission[];

export const isLimit = (permission: Permission): permission is (typeof limits)[number] => (limits as readonly Permission[]).includes(permission);
