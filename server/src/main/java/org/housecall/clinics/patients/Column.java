package org.housecall.clinics.patients;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** What a column of an imported file holds. */
public enum Column {
    IGNORED(),
    NAME("name", "fullname", "patient", "patientname", "vollername"),
    FIRST_NAME("firstname", "givenname", "forename", "vorname", "prenom", "nombre", "nome"),
    LAST_NAME("lastname", "familyname", "surname", "nachname", "familienname", "nomdefamille", "apellidos", "cognome"),
    EMAIL("email", "emailaddress", "mail", "courriel", "correo"),
    PHONE("phone", "phonenumber", "telephone", "tel", "mobile", "mobilephone", "cell", "telefon", "handy", "telefono"),
    BIRTH_DATE("birthdate", "dateofbirth", "dob", "born", "birthday", "geburtsdatum", "geburtstag", "datedenaissance"),
    TIME_ZONE("timezone", "zone", "zeitzone"),
    LANGUAGE("language", "lang", "sprache", "langue", "idioma"),
    GUARDIAN_NAME("guardian", "guardianname", "parent", "parentname", "contactname", "erziehungsberechtigter"),
    GUARDIAN_RELATIONSHIP("guardianrelationship", "relationship", "relation"),
    GUARDIAN_PHONE("guardianphone", "parentphone", "contactphone"),
    GUARDIAN_EMAIL("guardianemail", "parentemail", "contactemail");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<String> headings;

    Column(String... headings) {
        this.headings = Set.of(headings);
    }

    /** What a column is most likely to hold, by its heading. */
    static Column guess(String heading) {
        String letters = Normalizer.normalize(heading, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
        for (Column column : values()) {
            if (column.headings.contains(letters)) {
                return column;
            }
        }
        return IGNORED;
    }
}
