package org.housecall.clinics.patients;

/** Why two records may be the same person's, the strongest reason first. */
public enum Likeness {
    /** Born on the same day, with a similar name. */
    BIRTH_DATE,
    /** The same e-mail address and much the same name, and no dates of birth that differ. */
    EMAIL,
    /** The same phone number and much the same name, and no dates of birth that differ. */
    PHONE
}
