package org.housecall.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Signing in and staying in: passwords, second factor, sessions, and what guessing meets. */
class SignInTests {

    private static final String ANOTHER_PASSWORD = "another long password for staff";

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final String email = "reception-" + UUID.randomUUID() + "@example.com";
    private final Api person = newReceptionist();

    private Api newReceptionist() {
        clinic.administrator
                .post(clinic.path("receptionists"), Map.of("name", "Robin Quill", "email", email))
                .id();
        return People.acceptInvitation(email);
    }

    @Test
    void refusesPasswordsThatAreGuessedFirst() {
        String other = "reception-" + UUID.randomUUID() + "@example.com";
        clinic.administrator.post(clinic.path("receptionists"), Map.of("name", "Robin Quill", "email", other));
        String invitation = "/api/v1/invitations/" + People.token(other, "accept-invitation");
        for (String password : List.of("1234567890", "QWERTYUIOP", "robin quill", other)) {
            Api.Answer answer = TestServer.nobody().opened().post(invitation, Map.of("password", password));
            assertThat(answer.status()).as(password).isEqualTo(422);
            assertThat(answer.json().path("errors").get(0).path("message").asString(""))
                    .contains("guessed first");
        }
    }

    @Test
    void slowsDownWhoGuessesAndTellsForHowLong() {
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(signIn(email, "wrong", null).status()).isEqualTo(401);
        }

        Api.Answer refused = signIn(email, People.PASSWORD, null);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().path("retryAfterSeconds").asInt()).isBetween(1, 60);
        assertThat(refused.header("Retry-After"))
                .isEqualTo(refused.json().path("retryAfterSeconds").asString());
        assertThat(person.get("/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void letsInOnlyWithTwoFactorsWhereAClinicRequiresIt() {
        String rules = clinic.path("sign-in-rules");
        Api admin = adminWithSecondFactor();
        assertThat(clinic.administrator
                        .put(rules, Map.of("secondFactorRequired", true))
                        .text("code"))
                .isEqualTo("second-factor-of-your-own");
        assertThat(admin.put(rules, Map.of("secondFactorRequired", true)).status())
                .isEqualTo(200);

        Api.Answer refused = person.get(clinic.path("patients"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("second-factor-wanted");
        assertThat(person.get("/api/v1/account/second-factor").status()).isEqualTo(200);

        List<String> codes = turnOnSecondFactor(person);
        assertThat(person.get(clinic.path("patients")).status()).isEqualTo(200);
        Api elsewhere = TestServer.nobody().opened();
        elsewhere.post(
                "/api/v1/session", Map.of("email", email, "password", People.PASSWORD, "code", codes.getFirst()));
        assertThat(elsewhere.get(clinic.path("patients")).status()).isEqualTo(200);

        assertThat(person.delete("/api/v1/account/second-factor").status()).isEqualTo(204);
        assertThat(person.get(clinic.path("patients")).status()).isEqualTo(403);
    }

    @Test
    void asksPatientsForNoSecondFactorWhateverTheClinicRequires() {
        Api admin = adminWithSecondFactor();
        String address = "patient-" + UUID.randomUUID() + "@example.com";
        clinic.administrator.post(clinic.path("patients"), Map.of("name", "Alex Moor", "email", address));
        Api patient = People.signInByLink(address);
        admin.put(clinic.path("sign-in-rules"), Map.of("secondFactorRequired", true));

        assertThat(patient.get(clinic.path("appointments")).status()).isEqualTo(200);
    }

    private Api adminWithSecondFactor() {
        String address = "admin-" + UUID.randomUUID() + "@example.com";
        clinic.administrator.post(clinic.path("admins"), Map.of("name", "Kim Alder", "email", address));
        Api admin = People.acceptInvitation(address);
        turnOnSecondFactor(admin);
        return admin;
    }

    @Test
    void countsGuessesAtAnInvitationLikeThoseAtSignIn() {
        SampleClinic other = new SampleClinic(TestServer.administrator());
        other.administrator.post(other.path("receptionists"), Map.of("name", "Robin Quill", "email", email));
        String invitation = "/api/v1/invitations/" + People.token(email, "accept-invitation");
        Api thief = TestServer.nobody().opened();
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(thief.post(invitation, Map.of("password", "wrong")).status())
                    .isEqualTo(422);
        }

        assertThat(thief.post(invitation, Map.of("password", People.PASSWORD)).status())
                .isEqualTo(429);
        assertThat(person.post(invitation, Map.of()).status()).isEqualTo(204);
    }

    @Test
    void treatsAnUnknownAddressLikeAKnownOne() {
        String nobody = "nobody-" + UUID.randomUUID() + "@example.com";
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(signIn(nobody, "wrong", null).text("code")).isEqualTo("bad-credentials");
        }
        JsonNode refused = TestServer.administrator()
                .get("/api/v1/audit?action=SIGN_IN_REFUSED&limit=1")
                .json()
                .path("items")
                .get(0);
        assertThat(refused.has("actor")).isFalse();
        assertThat(signIn(nobody, "wrong", null).status()).isEqualTo(429);
        assertThat(TestServer.nobody()
                        .opened()
                        .post("/api/v1/password-resets", Map.of("email", nobody))
                        .status())
                .isEqualTo(202);
        assertThat(People.mailsTo(nobody)).isEmpty();
    }

    @Test
    void countsNoAttemptThatSucceeds() {
        for (int attempt = 0; attempt < 15; attempt++) {
            assertThat(signIn(email, People.PASSWORD, null).status()).isEqualTo(200);
        }
    }

    @Test
    void changesThePasswordAndEndsAllOtherSessions() {
        Api elsewhere = TestServer.nobody().signIn(email, People.PASSWORD);

        assertThat(person.put("/api/v1/account/password", Map.of("current", "wrong", "wanted", ANOTHER_PASSWORD))
                        .status())
                .isEqualTo(422);
        assertThat(elsewhere.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(person.put(
                                "/api/v1/account/password",
                                Map.of("current", People.PASSWORD, "wanted", ANOTHER_PASSWORD))
                        .status())
                .isEqualTo(204);

        assertThat(elsewhere.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(person.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(signIn(email, People.PASSWORD, null).status()).isEqualTo(401);
        assertThat(signIn(email, ANOTHER_PASSWORD, null).status()).isEqualTo(200);
        assertThat(People.mailsTo(email)).anyMatch(it -> it.contains("Your password was changed"));
    }

    @Test
    void renewsAForgottenPasswordOnceByMail() {
        Api browser = TestServer.nobody().opened();
        assertThat(browser.post("/api/v1/password-resets", Map.of("email", email))
                        .status())
                .isEqualTo(202);
        String link = "/api/v1/password-resets/" + People.token(email, "reset-password");

        assertThat(browser.post(link, Map.of("password", "short")).status()).isEqualTo(422);
        assertThat(browser.post(link, Map.of("password", ANOTHER_PASSWORD)).status())
                .isEqualTo(204);
        assertThat(browser.post(link, Map.of("password", "a third long password"))
                        .status())
                .isEqualTo(404);

        assertThat(person.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(signIn(email, ANOTHER_PASSWORD, null).status()).isEqualTo(200);
        assertThat(rowsWith(People.token(email, "reset-password"))).isZero();
    }

    @Test
    void revokesApiTokensWithAForgottenPasswordAndKeepsThemWithAChangedOne() {
        Api machine = person.withToken(
                person.post("/api/v1/api-tokens", Map.of("name", "till")).text("token"));
        person.put("/api/v1/account/password", Map.of("current", People.PASSWORD, "wanted", ANOTHER_PASSWORD));
        assertThat(machine.get("/api/v1/session").status()).isEqualTo(200);

        Api browser = TestServer.nobody().opened();
        browser.post("/api/v1/password-resets", Map.of("email", email));
        browser.post(
                "/api/v1/password-resets/" + People.token(email, "reset-password"),
                Map.of("password", "a third long password"));

        assertThat(machine.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void letsWhoHasNoPasswordConfirmByAFreshLinkInTheSameBrowser() {
        String address = "patient-" + UUID.randomUUID() + "@example.com";
        clinic.administrator.post(clinic.path("patients"), Map.of("name", "Alex Moor", "email", address));
        Api patient = People.signInByLink(address);
        letSignInsGrowOld();
        assertThat(patient.get("/api/v1/session").json().path("hasPassword").asBoolean(true))
                .isFalse();
        assertThat(person.get("/api/v1/session").json().path("hasPassword").asBoolean())
                .isTrue();
        Map<String, String> password = Map.of("wanted", ANOTHER_PASSWORD);
        assertThat(patient.put("/api/v1/account/password", password).text("code"))
                .isEqualTo("sign-in-again");

        patient.post("/api/v1/sign-in-links", Map.of("email", address));
        assertThat(patient.post("/api/v1/sign-in-links/" + People.token(address, "sign-in"), null)
                        .status())
                .isEqualTo(200);

        assertThat(patient.put("/api/v1/account/password", password).status()).isEqualTo(204);
        assertThat(signIn(address, ANOTHER_PASSWORD, null).status()).isEqualTo(200);
    }

    @Test
    void endsASessionThatNobodyUsesForTwelveHours() {
        JdbcClient jdbc = TestServer.bean(JdbcClient.class);
        String owner = person.get("/api/v1/session").text("id");
        String ago = "update spring_session set last_access_time = last_access_time - ? where principal_name = ?";
        long almost = Duration.ofHours(12).minusMinutes(1).toMillis();

        jdbc.sql(ago).params(almost, owner).update();
        assertThat(person.get("/api/v1/session").status()).isEqualTo(200);
        jdbc.sql(ago).params(almost + Duration.ofMinutes(1).toMillis(), owner).update();
        assertThat(person.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void namesEachSessionBy256RandomBits() {
        assertThat(TestServer.bean(JdbcClient.class)
                        .sql("select session_id from spring_session where principal_name = ?")
                        .param(person.get("/api/v1/session").text("id"))
                        .query(String.class)
                        .single())
                .matches("[\\w-]{43}");
    }

    @Test
    void listsSessionsAndEndsOne() {
        Api elsewhere = TestServer.nobody().signIn(email, People.PASSWORD);
        JsonNode open = person.get("/api/v1/account/sessions").json().path("items");
        String other = open.valueStream()
                .filter(session -> !session.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();

        assertThat(open).hasSize(2);
        assertThat(TestServer.administrator()
                        .delete("/api/v1/account/sessions/" + other)
                        .status())
                .isEqualTo(404);
        assertThat(person.delete("/api/v1/account/sessions/" + other).status()).isEqualTo(204);

        assertThat(elsewhere.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(person.get("/api/v1/account/sessions").json().path("items")).hasSize(1);
    }

    @Test
    void asksForTheCodeOfTheSecondFactorAndTakesEachOnce() {
        String secret = person.post("/api/v1/account/second-factor", null).text("secret");
        assertThat(signIn(email, People.PASSWORD, null).status()).isEqualTo(200); // not on before it is confirmed
        String first = code(secret, 0);
        Api.Answer on = person.post("/api/v1/account/second-factor/confirmation", Map.of("code", first));
        String recovery = on.json().path("codes").get(0).asString();

        assertThat(signIn(email, People.PASSWORD, null).text("code")).isEqualTo("second-factor-required");
        assertThat(signIn(email, "wrong", code(secret, 1)).text("code")).isEqualTo("bad-credentials");
        assertThat(signIn(email, People.PASSWORD, first).text("code")).isEqualTo("bad-code");
        String next = code(secret, 1);
        assertThat(signIn(email, People.PASSWORD, next).status()).isEqualTo(200);
        assertThat(signIn(email, People.PASSWORD, next).text("code")).isEqualTo("bad-code");
        assertThat(signIn(email, People.PASSWORD, recovery.toUpperCase(java.util.Locale.ROOT))
                        .status())
                .isEqualTo(200);
        assertThat(signIn(email, People.PASSWORD, recovery).text("code")).isEqualTo("bad-code");
        assertThat(person.get("/api/v1/account/second-factor")
                        .json()
                        .path("recoveryCodesLeft")
                        .asInt())
                .isEqualTo(9);
        assertThat(rowsWith(secret)).isZero();

        Api elsewhere = TestServer.nobody().opened();
        assertThat(elsewhere
                        .post(
                                "/api/v1/session",
                                Map.of(
                                        "email",
                                        email,
                                        "password",
                                        People.PASSWORD,
                                        "code",
                                        on.json().path("codes").get(1).asString()))
                        .status())
                .isEqualTo(200);
        assertThat(person.delete("/api/v1/account/second-factor").status()).isEqualTo(204);
        assertThat(elsewhere.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(person.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(signIn(email, People.PASSWORD, null).status()).isEqualTo(200);
    }

    @Test
    void asksForTheCodeAlsoAfterAMailedLink() {
        List<String> recoveryCodes = turnOnSecondFactor(person);
        Api browser = TestServer.nobody().opened();
        browser.post("/api/v1/sign-in-links", Map.of("email", email));
        browser.post("/api/v1/password-resets", Map.of("email", email));
        String link = "/api/v1/sign-in-links/" + People.token(email, "sign-in");
        String reset = "/api/v1/password-resets/" + People.token(email, "reset-password");

        assertThat(browser.post(link, null).text("code")).isEqualTo("second-factor-required");
        assertThat(browser.post(reset, Map.of("password", ANOTHER_PASSWORD)).text("code"))
                .isEqualTo("second-factor-required");
        assertThat(browser.post(link, Map.of("code", recoveryCodes.get(1))).status())
                .isEqualTo(200);
        assertThat(browser.post(reset, Map.of("password", ANOTHER_PASSWORD, "code", recoveryCodes.get(2)))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void limitsHowOftenACodeIsGuessed() {
        List<String> recoveryCodes = turnOnSecondFactor(person);
        for (int attempt = 0; attempt < 10; attempt++) {
            signIn(email, People.PASSWORD, "00000" + attempt);
        }
        assertThat(signIn(email, People.PASSWORD, recoveryCodes.getFirst()).status())
                .isEqualTo(429);
    }

    @Test
    void wantsARecentSignInBeforeATokenIsMade() {
        Map<String, Object> token = Map.of("name", "till");
        assertThat(person.post("/api/v1/api-tokens", token).status()).isEqualTo(201);
        letSignInsGrowOld();

        assertThat(person.post("/api/v1/api-tokens", token).text("code")).isEqualTo("sign-in-again");
        assertThat(person.post("/api/v1/session/confirmation", Map.of("password", "wrong"))
                        .status())
                .isEqualTo(422);
        assertThat(person.post("/api/v1/session/confirmation", Map.of("password", People.PASSWORD))
                        .status())
                .isEqualTo(204);
        assertThat(person.post("/api/v1/api-tokens", token).status()).isEqualTo(201);
    }

    /** Its recovery codes. */
    private static List<String> turnOnSecondFactor(Api person) {
        String secret = person.post("/api/v1/account/second-factor", null).text("secret");
        List<String> recoveryCodes = person.post(
                        "/api/v1/account/second-factor/confirmation", Map.of("code", code(secret, 0)))
                .json()
                .path("codes")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(recoveryCodes).hasSize(10).doesNotHaveDuplicates();
        return recoveryCodes;
    }

    /** The attribute is not read again by whoever removes it: a session without it was signed in long ago. */
    static void letSignInsGrowOld() {
        TestServer.bean(JdbcClient.class)
                .sql("delete from spring_session_attributes where attribute_name = 'signed-in-at'")
                .update();
    }

    private static Api.Answer signIn(String email, String password, @org.jspecify.annotations.Nullable String code) {
        Map<String, String> body = new HashMap<>(Map.of("email", email, "password", password));
        if (code != null) {
            body.put("code", code);
        }
        return TestServer.nobody().opened().post("/api/v1/session", body);
    }

    private static String code(String secret, int stepsAhead) {
        TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm()),
                    Instant.now().plus(generator.getTimeStep().multipliedBy(stepsAhead)));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long rowsWith(String secret) {
        return List.of("account", "second_factor", "recovery_code", "mailed_link", "mail").stream()
                .filter(table -> TestServer.bean(JdbcClient.class)
                        .sql("select exists (select from \"" + table + "\" t where t::text like ?)")
                        .param("%" + secret + "%")
                        .query(Boolean.class)
                        .single())
                .count();
    }
}
