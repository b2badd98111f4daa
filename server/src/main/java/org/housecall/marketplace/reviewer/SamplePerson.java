package org.housecall.marketplace.reviewer;

import java.util.Locale;
import org.housecall.access.Role;

/** Who there is in a sample clinic. Stored by name. */
public enum SamplePerson {
    /** Whose visits never end. */
    DOCTOR(Role.DOCTOR),
    /** For a second reviewer, or a second Zoom account. */
    SECOND_DOCTOR(Role.DOCTOR),
    PATIENT(Role.PATIENT);

    private final Role role;

    SamplePerson(Role role) {
        this.role = role;
    }

    public Role role() {
        return role;
    }

    /** Before the @ of the address. */
    String mailbox() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the message that names them. */
    String nameKey() {
        return "marketplace.reviewer.person." + name();
    }
}
