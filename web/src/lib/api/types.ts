import type { components } from './schema';

type Schemas = components['schemas'];

export type FieldError = NonNullable<Schemas['ProblemDocument']['errors']>[number];
export type Trouble = Schemas['ProblemWords'];
export type Slot = Schemas['Slot'];
export type Role = Schemas['Role'];
export type Session = Schemas['SessionView'];
export type OpenSession = Schemas['OpenSession'];
export type SecondFactorState = Schemas['SecondFactorState'];
export type SecondFactorEnrolment = Schemas['Enrolment'];
export type AddressChange = Schemas['AddressChangeState'];
export type AddressConfirmation = Schemas['AddressConfirmation'];
export type RecoveryCodes = Schemas['RecoveryCodes'];
export type Passkey = Schemas['PasskeyView'];
export type ApiToken = Schemas['ApiToken'];
export type MintedToken = Schemas['Minted'];
export type Installation = Schemas['Installation'];
export type Invitation = Schemas['InvitationView'];
export type Clinic = Schemas['ClinicView'];
export type Permission = Schemas['Permission'];
export type SignInRules = Schemas['SignInRulesView'];
export type SingleSignOn = Schemas['SingleSignOnView'];
export type SignOnTried = Schemas['SignOnTried'];
export type SignOnOffer = Schemas['SignOnOffer'];
export type SignOnBegun = Schemas['SignOnBegun'];
export type SignOnLink = Schemas['SignOnLinkView'];
export type Me = Schemas['Me'];
export type Doctor = Schemas['DoctorView'];
export type StaffMember = Schemas['StaffView'];
export type Patient = Schemas['PatientView'];
export type Mode = Schemas['ServiceMode'];
export type Service = Schemas['Service'];
export type NewService = Schemas['NewService'];
export type Day = Schemas['DayOfWeek'];
export type WeeklyHours = Schemas['Hours'];
export type AvailabilityException = Schemas['ExceptionView'];
export type Availability = Schemas['AvailabilityView'];
export type Appointment = Omit<Schemas['AppointmentView'], 'meeting'> & { meeting?: MeetingState };
export type Hold = Schemas['Hold'];
export type Interval = Schemas['Interval'];
export type DoctorDays = Schemas['DoctorDays'];
export type Holiday = Schemas['Holiday'];
export type AppointmentStatus = Schemas['AppointmentStatus'];
export type MeetingStatus = Schemas['MeetingStatus'];
/** The server's appointments know a meeting's status only by name. */
export type MeetingState = Omit<Schemas['MeetingSummary'], 'status'> & { status: MeetingStatus };
export type Meeting = Schemas['MeetingView'];
export type Start = Schemas['StartView'];
export type ZoomApp = Schemas['ZoomAppView'];
export type ZoomTest = Schemas['Trial'];
export type Connection = Schemas['ConnectionView'];
export type Visit = Schemas['Visit'];
export type Mail = Schemas['MailView'];
export type Keys = Schemas['Keys'];
export type EncryptionKey = Schemas['KeyView'];
export type AuditEntry = Schemas['AuditEntryView'];
export type AuditAction = Schemas['Action'];
export type AuditVerification = Schemas['Verification'];

/** Every list of the API. */
export interface Items<T> {
  items: T[];
  nextCursor?: string;
}
export type WaitingEntry = Schemas['WaitingEntryView'];
export type NewWaitingEntry = Schemas['NewWaitingEntry'];
export type VisitNote = Schemas['VisitNoteView'];
export type PlannedVisit = Schemas['PlannedVisit'];
export type RepetitionRule = Schemas['RepetitionRule'];
