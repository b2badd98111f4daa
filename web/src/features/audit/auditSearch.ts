import type { AuditCriteria } from '@/lib/api/audit/listAudit';
import type { AuditAction } from '@/lib/api/types';
import { addDays, type CalendarDay, isCalendarDay, startOfDay } from '@/lib/times';

const known: Record<AuditAction, true> = {
  ADMINISTRATOR_CREATED: true,
  SIGNED_IN: true,
  SIGN_IN_REFUSED: true,
  SIGN_IN_THROTTLED: true,
  SIGNED_OUT: true,
  SIGN_IN_CONFIRMED: true,
  SIGN_IN_LINK_REQUESTED: true,
  SESSION_ENDED: true,
  VIEW_REFUSED: true,
  CHANGE_REFUSED: true,
  CLINIC_REFUSED: true,
  PASSWORD_RESET_REQUESTED: true,
  PASSWORD_CHANGED: true,
  ADDRESS_CHANGE_REQUESTED: true,
  ADDRESS_CHANGED: true,
  SECOND_FACTOR_ON: true,
  SECOND_FACTOR_OFF: true,
  RECOVERY_CODES_RENEWED: true,
  RECOVERY_CODE_USED: true,
  PASSKEY_ADDED: true,
  PASSKEY_REMOVED: true,
  SECOND_FACTOR_REQUIRED: true,
  SECOND_FACTOR_NOT_REQUIRED: true,
  SINGLE_SIGN_ON_CHANGED: true,
  SINGLE_SIGN_ON_REMOVED: true,
  SINGLE_SIGN_ON_LINKED: true,
  SINGLE_SIGN_ON_UNLINKED: true,
  INVITATION_ACCEPTED: true,
  API_TOKEN_CREATED: true,
  API_TOKEN_REVOKED: true,
  CLINIC_CREATED: true,
  STAFF_INVITED: true,
  STAFF_RENAMED: true,
  STAFF_LEFT: true,
  PATIENT_CREATED: true,
  PATIENT_CHANGED: true,
  PATIENTS_MERGED: true,
  PATIENTS_TOLD_APART: true,
  PATIENTS_TOLD_APART_TAKEN_BACK: true,
  PATIENTS_IMPORTED: true,
  PATIENT_IMPORT_UNDONE: true,
  PATIENT_REMOVED: true,
  PATIENT_VIEWED: true,
  PATIENTS_LISTED: true,
  SERVICE_CREATED: true,
  SERVICE_CHANGED: true,
  CLINIC_CHANGED: true,
  HOLIDAYS_CHANGED: true,
  BOOKING_RULES_CHANGED: true,
  BOOKING_RULES_OVERRIDDEN: true,
  AVAILABILITY_CHANGED: true,
  APPOINTMENT_BOOKED: true,
  APPOINTMENT_RESCHEDULED: true,
  APPOINTMENT_REASSIGNED: true,
  APPOINTMENT_SERVICE_CHANGED: true,
  APPOINTMENT_CANCELLED: true,
  DELAY_ANNOUNCED: true,
  DELAY_TAKEN_BACK: true,
  ATTENDANCE_RECORDED: true,
  SERIES_BOOKED: true,
  WAITING_LIST_JOINED: true,
  WAITING_LIST_LEFT: true,
  FREED_TIME_OFFERED: true,
  VISIT_NOTE_WRITTEN: true,
  VISIT_NOTE_VIEWED: true,
  APPOINTMENT_FOLLOWED: true,
  APPOINTMENT_VIEWED: true,
  APPOINTMENTS_LISTED: true,
  APPOINTMENTS_EXPORTED: true,
  MEETING_RETRIED: true,
  LINK_ALARM_ACKNOWLEDGED: true,
  FALLBACK_SENT: true,
  MEETINGS_COMPARED: true,
  POSSIBLE_MEETING_LOOKED_AFTER: true,
  START_LINK_USED: true,
  JOIN_LINK_VIEWED: true,
  VISIT_LINK_VIEWED: true,
  VISIT_LINK_REVOKED: true,
  VISIT_VIEWED: true,
  VISIT_JOINED: true,
  ZOOM_APP_CHANGED: true,
  ZOOM_CONNECTED: true,
  ZOOM_DISCONNECTED: true,
  ZOOM_CONNECTION_LOST: true,
  ZOOM_USER_MAPPED: true,
  PUBLISHER_CHANGED: true,
  LISTING_TEXT_CHANGED: true,
  LISTING_ICON_CHANGED: true,
  PUBLISHING_TASK_MARKED: true,
  PUBLIC_PAGE_CHANGED: true,
  DOMAIN_PROOF_CHANGED: true,
  SCAN_RECORDED: true,
  SCAN_REMOVED: true,
  REVIEWER_ACCESS_OPENED: true,
  REVIEWER_PASSWORDS_RENEWED: true,
  REVIEWER_ACCESS_WITHDRAWN: true,
  RELEASE_NOTES_VIEWED: true,
  MAIL_VIEWED: true,
  MAIL_RETRIED: true,
  AUDIT_VIEWED: true,
  AUDIT_EXPORTED: true,
  ENCRYPTION_KEY_ADDED: true,
  ENCRYPTION_KEY_PROMOTED: true,
  ENCRYPTION_KEY_DROPPED: true,
};

export const auditActions = Object.keys(known) as AuditAction[];

/** A database that was tampered with may hold any word. */
export const isAuditAction = (text: unknown): text is AuditAction => auditActions.some((action) => action === text);

export const isId = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** The trail's filters as they stand in the address; both days are included. */
export interface AuditSearch {
  from?: CalendarDay;
  to?: CalendarDay;
  action?: AuditAction;
  actor?: string;
  subject?: string;
}

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  return {
    ...(isCalendarDay(search.from) && { from: search.from }),
    ...(isCalendarDay(search.to) && { to: search.to }),
    ...(isAuditAction(search.action) && { action: search.action }),
    ...(isId(search.actor) && { actor: search.actor }),
    ...(isId(search.subject) && { subject: search.subject }),
  };
}

/** What the server is asked for: days as the instants they begin and end at in the zone. */
export const criteriaOf = ({ from, to, ...rest }: AuditSearch, zone: string): AuditCriteria => ({
  ...rest,
  from: from && startOfDay(zone, from),
  to: to && startOfDay(zone, addDays(to, 1)),
});
