import type { components } from './schema';

type Schemas = components['schemas'];

export type FieldError = Schemas['FieldError'];
export type Trouble = Schemas['Trouble'];
export type Slot = Schemas['Slot'];
export type Role = Schemas['Role'];
export type Session = Schemas['Session'];
export type Invitation = Schemas['Invitation'];
export type Clinic = Schemas['Clinic'];
export type Permission = Schemas['Permission'];
export type Me = Schemas['Me'];
export type StaffMember = Schemas['StaffMember'];
export type Patient = Schemas['Patient'];
export type Mode = Schemas['Mode'];
export type Service = Schemas['Service'];
export type Day = Schemas['Day'];
export type WeeklyHours = Schemas['WeeklyHours'];
export type AvailabilityException = Schemas['AvailabilityException'];
export type Availability = Schemas['Availability'];
export type Appointment = Schemas['Appointment'];
export type AppointmentStatus = Schemas['AppointmentStatus'];
export type MeetingStatus = Schemas['MeetingStatus'];
export type MeetingState = Schemas['MeetingState'];
export type Meeting = Schemas['Meeting'];
export type Start = Schemas['Start'];
export type ZoomApp = Schemas['ZoomApp'];
export type ZoomTest = Schemas['ZoomTest'];
export type Connection = Schemas['Connection'];
export type Visit = Schemas['Visit'];
export type Mail = Schemas['Mail'];

/** Every list of the API. */
export interface Items<T> {
  items: T[];
  nextCursor?: string;
}
