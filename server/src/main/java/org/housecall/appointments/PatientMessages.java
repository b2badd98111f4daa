package org.housecall.appointments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a notice into words, for whoever wants to read them before they are sent. */
public interface PatientMessages {

    /** What the patient would get; nothing is sent. */
    PatientMessage preview(PatientNotice notice);

    /**
     * A message to one patient.
     *
     * @param email null: it cannot be sent, somebody has to call
     */
    record PatientMessage(
            UUID appointmentId,
            String patientName,
            @Nullable String email,
            @Nullable String phone,
            String subject,
            String text) {}
}
