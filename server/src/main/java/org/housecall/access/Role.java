package org.housecall.access;

import static org.housecall.access.Permission.*;

import java.util.Set;

/** An account's work in one clinic, and what it allows. An Administrator may do everything in every clinic. */
public enum Role {
    CLINIC_ADMIN(Set.of(
            VIEW_CLINIC,
            MANAGE_CLINIC,
            INVITE_STAFF,
            REMOVE_STAFF,
            VIEW_STAFF,
            MANAGE_SERVICES,
            VIEW_SERVICES,
            MANAGE_PATIENTS,
            VIEW_PATIENTS,
            IMPORT_PATIENTS,
            MANAGE_AVAILABILITY,
            MANAGE_ABSENCE,
            VIEW_AVAILABILITY,
            BOOK_APPOINTMENT,
            VIEW_APPOINTMENTS,
            EXPORT_APPOINTMENTS,
            RESCHEDULE_APPOINTMENT,
            REASSIGN_APPOINTMENT,
            CHANGE_SERVICE,
            CANCEL_APPOINTMENT,
            RECORD_ATTENDANCE,
            BOOK_SERIES,
            OVERRIDE_BOOKING_RULES,
            SHARE_JOIN_LINK,
            VIEW_VISIT_LINK,
            REVOKE_VISIT_LINK,
            RETRY_MEETING,
            MANAGE_ZOOM_APP,
            VIEW_ZOOM_CONNECTION,
            DISCONNECT_ZOOM,
            MAP_ZOOM_USER,
            VIEW_AUDIT,
            MANAGE_SIGN_IN,
            VIEW_MARKETPLACE,
            MANAGE_MARKETPLACE)),
    DOCTOR(Set.of(
            VIEW_CLINIC,
            VIEW_STAFF,
            VIEW_SERVICES,
            VIEW_PATIENTS,
            MANAGE_AVAILABILITY,
            MANAGE_ABSENCE,
            VIEW_AVAILABILITY,
            BOOK_APPOINTMENT,
            VIEW_APPOINTMENTS,
            EXPORT_APPOINTMENTS,
            RESCHEDULE_APPOINTMENT,
            CHANGE_SERVICE,
            CANCEL_APPOINTMENT,
            RECORD_ATTENDANCE,
            BOOK_SERIES,
            KEEP_VISIT_NOTE,
            OVERRIDE_BOOKING_RULES,
            START_VISIT,
            SHARE_JOIN_LINK,
            VIEW_VISIT_LINK,
            REVOKE_VISIT_LINK,
            RETRY_MEETING,
            VIEW_ZOOM_CONNECTION,
            CONNECT_ZOOM,
            DISCONNECT_ZOOM)),
    RECEPTIONIST(Set.of(
            VIEW_CLINIC,
            VIEW_STAFF,
            VIEW_SERVICES,
            MANAGE_PATIENTS,
            VIEW_PATIENTS,
            MANAGE_ABSENCE,
            VIEW_AVAILABILITY,
            BOOK_APPOINTMENT,
            VIEW_APPOINTMENTS,
            EXPORT_APPOINTMENTS,
            RESCHEDULE_APPOINTMENT,
            REASSIGN_APPOINTMENT,
            CHANGE_SERVICE,
            CANCEL_APPOINTMENT,
            RECORD_ATTENDANCE,
            BOOK_SERIES,
            OVERRIDE_BOOKING_RULES,
            SHARE_JOIN_LINK,
            VIEW_VISIT_LINK,
            REVOKE_VISIT_LINK,
            RETRY_MEETING,
            VIEW_ZOOM_CONNECTION)),
    PATIENT(Set.of(
            VIEW_CLINIC,
            VIEW_SERVICES,
            BOOK_APPOINTMENT,
            VIEW_APPOINTMENTS,
            RESCHEDULE_APPOINTMENT,
            CANCEL_APPOINTMENT,
            VIEW_VISIT_LINK));

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
