package org.housecall.appointments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a patient has to be told about a visit because its doctor is away or late. Published as an event in the
 * transaction that makes it true.
 */
public sealed interface PatientNotice {

    /** The visit as the patient knows it: before the change, where there is one. */
    Appointment appointment();

    /** It is at another time, with another doctor, or both. */
    record Moved(Appointment appointment, Instant start, String doctorName) implements PatientNotice {}

    /** It does not take place. */
    record Cancelled(Appointment appointment, @Nullable String reason) implements PatientNotice {}

    /** It begins later, by about so many minutes. */
    record Late(Appointment appointment, int minutes) implements PatientNotice {}

    /** It begins in time after all. */
    record OnTime(Appointment appointment) implements PatientNotice {}
}
