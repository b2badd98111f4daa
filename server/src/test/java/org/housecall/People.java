package org.housecall;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

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

    /** Signs in by mailed link, as patients do. */
    public static Api signInByLink(String address) {
        Api person = TestServer.nobody();
        person.get("/api/v1/session");
        ok(person.post("/api/v1/sign-in-links", Map.of("email", address)));
        ok(person.post("/api/v1/sign-in-links/" + token(address, "sign-in"), null));
        return person;
    }

    private static String token(String address, String page) {
        for (JsonNode mail :
                TestServer.administrator().get("/api/v1/mails").json().path("items")) {
            Matcher token = Pattern.compile(page + "\\?token=([\\w-]+)")
                    .matcher(mail.path("text").asString(""));
            if (mail.path("to").asString("").equals(address) && token.find()) {
                return token.group(1);
            }
        }
        throw new AssertionError("No mail for " + address);
    }

    private static void ok(Api.Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
    }
}
