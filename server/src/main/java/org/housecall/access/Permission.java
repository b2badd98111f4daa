package org.housecall.access;

/** What one may be allowed to do. Which role may is decided in {@link Role}, and nowhere else. */
public enum Permission {
    // of the installation: an Administrator's
    MANAGE_CLINICS,
    MANAGE_INSTALLATION,

    // in a clinic
    VIEW_CLINIC,
    INVITE_STAFF,
    REMOVE_STAFF,
    VIEW_STAFF,
    MANAGE_SERVICES,
    VIEW_SERVICES,
    MANAGE_PATIENTS,
    VIEW_PATIENTS,
    MANAGE_AVAILABILITY,
    VIEW_AVAILABILITY,
    BOOK_APPOINTMENT,
    VIEW_APPOINTMENTS,
    RESCHEDULE_APPOINTMENT,
    REASSIGN_APPOINTMENT,
    CANCEL_APPOINTMENT,
    START_VISIT,
    SHARE_JOIN_LINK,
    VIEW_VISIT_LINK,
    REVOKE_VISIT_LINK,
    RETRY_MEETING,
    MANAGE_ZOOM_APP,
    VIEW_ZOOM_CONNECTION,
    CONNECT_ZOOM,
    DISCONNECT_ZOOM,
    MAP_ZOOM_USER,
    VIEW_AUDIT,
    MANAGE_SIGN_IN,
    VIEW_MARKETPLACE,
    MANAGE_MARKETPLACE
}
