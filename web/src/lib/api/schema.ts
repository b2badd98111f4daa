/**
 * The server's answers as agreed, in the shape that `npm run generate` produces from the published document;
 * only types.ts reads it, so the generated file can take its place.
 */
export interface components {
  schemas: {
    FieldError: { field: string; message: string };
    Trouble: { code: string; title: string; remedy: string };
    Slot: { start: string; end: string; doctorId: string };
    Membership: { clinicId: string; roles: components['schemas']['Role'][] };
    Role: 'CLINIC_ADMIN' | 'DOCTOR' | 'RECEPTIONIST' | 'PATIENT';
    Session: { id: string; email: string; name: string; administrator: boolean; memberships: components['schemas']['Membership'][] };
    Invitation: { clinicName: string; role: components['schemas']['Role']; email: string; name: string; hasAccount: boolean };
    Clinic: { id: string; name: string; slug: string; timeZone: string };
    Permission:
      | 'MANAGE_CLINIC'
      | 'INVITE_STAFF'
      | 'VIEW_STAFF'
      | 'MANAGE_SERVICES'
      | 'VIEW_SERVICES'
      | 'MANAGE_PATIENTS'
      | 'VIEW_PATIENTS'
      | 'MANAGE_AVAILABILITY'
      | 'BOOK_APPOINTMENT'
      | 'VIEW_APPOINTMENTS'
      | 'RESCHEDULE_APPOINTMENT'
      | 'CANCEL_APPOINTMENT'
      | 'START_VISIT'
      | 'SHARE_JOIN_LINK'
      | 'RETRY_MEETING'
      | 'MANAGE_ZOOM_APP'
      | 'CONNECT_ZOOM'
      | 'MAP_ZOOM_USER'
      | 'VIEW_MARKETPLACE';
    OwnPatient: { id: string; name: string; timeZone?: string };
    Me: { permissions: components['schemas']['Permission'][]; doctorId?: string; patients: components['schemas']['OwnPatient'][] };
    StaffMember: { id: string; name: string; email?: string; status?: 'INVITED' | 'ACTIVE' };
    Patient: { id: string; name: string; email?: string; phone?: string; timeZone?: string };
    Mode: 'VIDEO' | 'IN_PERSON';
    Service: { id: string; name: string; mode: components['schemas']['Mode']; durationMinutes: number; doctorIds: string[] };
    Day: 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY';
    WeeklyHours: { day: components['schemas']['Day']; from: string; to: string };
    AvailabilityException: { date: string; from?: string; to?: string; available: boolean };
    Availability: { weekly: components['schemas']['WeeklyHours'][]; exceptions: components['schemas']['AvailabilityException'][] };
    AppointmentStatus: 'BOOKED' | 'CHECKED_IN' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED' | 'NO_SHOW';
    MeetingStatus: 'PENDING' | 'READY' | 'STARTED' | 'ENDED' | 'WAITING_FOR_CONNECTION' | 'FAILED' | 'REMOVED';
    MeetingState: { status: components['schemas']['MeetingStatus']; problem?: components['schemas']['Trouble'] };
    Appointment: {
      id: string;
      status: components['schemas']['AppointmentStatus'];
      start: string;
      end: string;
      version: number;
      mode: components['schemas']['Mode'];
      doctorId: string;
      doctorName: string;
      patientId: string;
      patientName: string;
      serviceId: string;
      serviceName: string;
      cancelReason?: string;
      meeting?: components['schemas']['MeetingState'];
    };
    PossibleOrphan: { topic?: string; note?: string };
    Meeting: components['schemas']['MeetingState'] & {
      zoomMeetingId?: string;
      joinUrl?: string;
      passcode?: string;
      warnings?: components['schemas']['Trouble'][];
      possibleOrphans?: components['schemas']['PossibleOrphan'][];
    };
    Start: { startUrl: string; advice?: string };
    OAuthApp: { clientId: string; clientSecretSet: boolean; webhookSecretSet: boolean; webhookUrl?: string };
    ServerToServerApp: components['schemas']['OAuthApp'] & { accountId: string };
    ZoomApp: {
      redirectUrl: string;
      source: 'CLINIC' | 'INSTALLATION' | 'NONE';
      webhookUrls: { oauth: string; serverToServer: string };
      oauth?: components['schemas']['OAuthApp'];
      serverToServer?: components['schemas']['ServerToServerApp'];
    };
    ZoomTest: { ok: boolean; message: string };
    Connection: {
      status: 'DISCONNECTED' | 'CONNECTED' | 'NEEDS_RECONNECT';
      zoomEmail?: string;
      zoomAccountId?: string;
      scopes?: string[];
      missingScopes?: string[];
      problem?: components['schemas']['Trouble'];
      appConfigured: boolean;
      zoomUser?: string;
      upcomingMeetings: number;
    };
    Visit: {
      clinicName: string;
      doctorName: string;
      serviceName: string;
      mode: components['schemas']['Mode'];
      start: string;
      end: string;
      timeZone: string;
      status: components['schemas']['AppointmentStatus'];
      meeting?: { status: components['schemas']['MeetingStatus'] };
      joinOpensAt: string;
      joinClosesAt: string;
      joinable: boolean;
      now: string;
    };
    Mail: {
      id: string;
      to: string;
      subject: string;
      text?: string;
      createdAt: string;
      status: 'UNDELIVERED' | 'SENT' | 'PENDING';
      problem?: string;
    };
  };
}
