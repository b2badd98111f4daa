package org.housecall;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs people in by what was mailed to them. */
public final class People {

    /** Of all staff. */
    public static final String PASSWORD = "a long password for staff";

    private People() {}

    /** Accepts a staff member's invitation, and signs in. */
    public static Api acceptInvitation(String address) {
        Api person = TestServer.nobody();
        person.get("/api/v1/session");
        ok(person.post("/api/v1/invitations/" + token(address, "accept-invitation"), Map.of("password", PASSWORD)));
        return person.signIn(address, PASSWORD);
    }

    /** A new receptionist of the clinic, signed in. */
    public static Api receptionist(SampleClinic clinic) {
        String address = "receptionist-" + UUID.randomUUID() + "@example.com";
        clinic.administrator
                .post(clinic.path("receptionists"), Map.of("name", "Receptionist", "email", address))
                .id();
        return acceptInvitation(address);
    }

    /** The patient of the clinic, signed in. */
    public static Api patient(SampleClinic clinic) {
        return signInByLink(clinic.administrator
                .get(clinic.path("patients/" + clinic.patientId))
                .text("email"));
    }

    /** Signs in by mailed link, as patients do. */
    public static Api signInByLink(String address) {
        Api person = TestServer.nobody();
        person.get("/api/v1/session");
        ok(person.post("/api/v1/sign-in-links", Map.of("email", address)));
        ok(person.post("/api/v1/sign-in-links/" + token(address, "sign-in"), null));
        return person;
    }

    /** The token of the latest mailed link to a page. */
    public static String token(String address, String page) {
        Pattern link = Pattern.compile(page + "\\?token=([\\w-]+)");
        return mailsTo(address).stream()
                .map(link::matcher)
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No mail for " + address))
                .group(1);
    }

    /** Subject and text of each mail to an address, latest first. */
    public static List<String> mailsTo(String address) {
        return TestServer.administrator()
                .get("/api/v1/mails")
                .json()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("to").asString("").equals(address))
                .map(mail -> mail.path("subject").asString() + "\n"
                        + mail.path("text").asString())
                .toList();
    }

    private static void ok(Api.Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
    }
}
