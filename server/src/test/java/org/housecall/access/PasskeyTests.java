package org.housecall.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.housecall.platform.SecretBox;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Passkeys from making one to losing it, by whole ceremonies over HTTP. */
class PasskeyTests {

    private static final String PASSKEYS = "/api/v1/account/passkeys";

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final String email = "reception-" + UUID.randomUUID() + "@example.com";
    private final Api person = newReceptionist(email);
    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();

    private Api newReceptionist(String address) {
        clinic.administrator
                .post(clinic.path("receptionists"), Map.of("name", "Robin Quill", "email", address))
                .id();
        return People.acceptInvitation(address);
    }

    @Test
    void signsInWithoutAnAddress() {
        String id = add(person, authenticator).id();
        JsonNode unused = only(person);
        assertThat(unused.path("name").asString()).isEqualTo("Laptop");
        assertThat(unused.path("synced").asBoolean()).isFalse();
        assertThat(unused.has("lastUsedAt")).isFalse();

        Api browser = TestServer.nobody().opened();
        authenticator.count = 1;
        Api.Answer signedIn = signIn(browser, authenticator);

        assertThat(signedIn.status()).as(signedIn.toString()).isEqualTo(200);
        assertThat(signedIn.text("email")).isEqualTo(email);
        assertThat(browser.get("/api/v1/session").text("email")).isEqualTo(email);
        assertThat(only(person).has("lastUsedAt")).isTrue();
        assertThat(People.mailsTo(email))
                .anyMatch(it -> it.contains("A passkey was added") && it.contains("\"Laptop\""));
        assertThat(audited("PASSKEY_ADDED").path("subject").asString()).isEqualTo(id);
        assertThat(browser.get("/api/v1/account/passkeys").status()).isEqualTo(200);
    }

    private static JsonNode audited(String action) {
        return TestServer.administrator()
                .get("/api/v1/audit?limit=1&action=" + action)
                .json()
                .path("items")
                .get(0);
    }

    @Test
    void tellsTheAuthenticatorNothingOfTheAccountsId() {
        JsonNode options = challengeToAdd(person);
        String handle = options.at("/user/id").asString();

        assertThat(handle)
                .hasSize(22)
                .isEqualTo(challengeToAdd(person).at("/user/id").asString());
        assertThat(options.toString())
                .doesNotContain(person.get("/api/v1/session").text("id"));
        assertThat(options.at("/rp/id").asString()).isEqualTo("localhost");
        assertThat(options.at("/authenticatorSelection/userVerification").asString())
                .isEqualTo("required");
        assertThat(options.at("/authenticatorSelection/residentKey").asString()).isEqualTo("required");
    }

    @Test
    void keepsNothingOfAChallengeThatNobodyAnswers() {
        Api browser = TestServer.nobody().opened();
        Api.Answer challenge = browser.post("/api/v1/session/passkey/challenge", null);

        assertThat(challenge.status()).isEqualTo(200);
        assertThat(challenge.json().path("allowCredentials")).isEmpty();
        List<String> cookies = challenge.response().headers().allValues("Set-Cookie");
        assertThat(cookies)
                .noneMatch(it -> it.startsWith("HOUSECALL_SESSION"))
                .anyMatch(it -> it.startsWith("HOUSECALL_PASSKEY=")
                        && it.contains("HttpOnly")
                        && it.contains("SameSite=Strict")
                        && it.contains("Max-Age=300"));
        assertThat(cookies.toString()).doesNotContain(challenge.text("challenge"));
    }

    @Test
    void takesAnAnswerOnce() {
        add(person, authenticator);
        Api browser = TestServer.nobody().opened();
        Map<String, Object> answer = authenticator.sign(challenge(browser));

        assertThat(answer(browser, answer).status()).isEqualTo(200);
        browser.delete("/api/v1/session");
        browser.opened();
        assertThat(answer(browser, answer).text("code")).isEqualTo("bad-passkey");
    }

    @Test
    void takesAnAnswerOnlyFromTheBrowserThatWasAsked() {
        add(person, authenticator);
        Api browser = TestServer.nobody().opened();
        Map<String, Object> answer = authenticator.sign(challenge(browser));
        Api other = TestServer.nobody().opened();

        assertThat(answer(other, answer).text("code")).isEqualTo("bad-passkey");
        challenge(other);
        assertThat(answer(other, answer).text("code")).isEqualTo("bad-passkey");
        assertThat(answer(browser, answer).status()).isEqualTo(200);
    }

    @Test
    void takesAnAnswerOnlyForWhatWasAsked() {
        add(person, authenticator);
        Map<String, Object> answer = authenticator.sign(challenge(person));

        assertThat(person.post("/api/v1/session/confirmation/passkey", answer).text("code"))
                .isEqualTo("bad-passkey");
    }

    @Test
    void takesNoAnswerAfterFiveMinutes() {
        JdbcClient jdbc = TestServer.bean(JdbcClient.class);
        SecretBox box = TestServer.bean(SecretBox.class);
        PasskeyChallenges challenges = TestServer.bean(PasskeyChallenges.class);
        Clock clock = TestServer.bean(Clock.class);

        assertThat(challenges.open(issuedAgo(Duration.ofMinutes(4), jdbc, box, clock), "sign-in"))
                .isPresent();
        assertThat(challenges.open(issuedAgo(Duration.ofMinutes(6), jdbc, box, clock), "sign-in"))
                .isEmpty();
    }

    private static String issuedAgo(Duration age, JdbcClient jdbc, SecretBox box, Clock clock) {
        return new PasskeyChallenges(jdbc, box, Clock.offset(clock, age.negated()))
                .issue("sign-in")
                .sealed();
    }

    @Test
    void refusesWhatIsNotAsItMustBe() {
        add(person, authenticator);

        refused("of another origin", it -> it.origin = "http://localhost:8081");
        refused("of a site that looks alike", it -> it.origin = "http://localhost.example:8080");
        refused("of another host", it -> it.host = "clinic.example");
        refused("of a user who was not verified", it -> it.verifiesUser = false);
        refused("of another user", it -> it.setUser("AAAAAAAAAAAAAAAAAAAAAA"));
        refused("of no user", it -> it.setUser(""));
        assertThat(signIn(TestServer.nobody().opened(), authenticator).status()).isEqualTo(200);
    }

    private void refused(String what, Consumer<SoftwareAuthenticator> change) {
        String user = challengeToAdd(person).at("/user/id").asString();
        change.accept(authenticator);
        assertThat(signIn(TestServer.nobody().opened(), authenticator).text("code"))
                .as("An answer " + what)
                .isEqualTo("bad-passkey");
        authenticator.origin = SoftwareAuthenticator.ORIGIN;
        authenticator.host = "localhost";
        authenticator.verifiesUser = true;
        authenticator.setUser(user);
    }

    @Test
    void treatsAnUnknownPasskeyLikeAWrongOne() {
        add(person, authenticator);
        Api browser = TestServer.nobody().opened();
        Map<String, Object> forged = changed(authenticator.sign(challenge(browser)), "signature", "MEUCIQ");
        Api.Answer wrong = answer(browser, forged);
        Api.Answer unknown = signIn(browser, new SoftwareAuthenticator());

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(audited("SIGN_IN_REFUSED").has("actor")).isFalse();
    }

    @Test
    void refusesAnAuthenticatorThatDoesNotCountOn() {
        authenticator.count = 5;
        add(person, authenticator);

        assertThat(signIn(TestServer.nobody().opened(), authenticator).status()).isEqualTo(401);
        authenticator.count = 6;
        assertThat(signIn(TestServer.nobody().opened(), authenticator).status()).isEqualTo(200);
        authenticator.count = 0;
        assertThat(signIn(TestServer.nobody().opened(), authenticator).status()).isEqualTo(401);
    }

    @Test
    void takesASyncedOneThatNeverCounts() {
        authenticator.synced = true;
        add(person, authenticator);

        assertThat(only(person).path("synced").asBoolean()).isTrue();
        for (int time = 0; time < 3; time++) {
            assertThat(signIn(TestServer.nobody().opened(), authenticator).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void confirmsASessionThatHasGrownOld() {
        add(person, authenticator);
        SignInTests.letSignInsGrowOld();
        assertThat(person.post(PASSKEYS + "/challenge", null).text("code")).isEqualTo("sign-in-again");

        JsonNode options = person.post("/api/v1/session/confirmation/passkey/challenge", null)
                .json();
        assertThat(options.at("/allowCredentials/0/id").asString()).isEqualTo(authenticator.id());
        assertThat(person.post("/api/v1/session/confirmation/passkey", authenticator.sign(options))
                        .status())
                .isEqualTo(204);

        assertThat(person.post(PASSKEYS + "/challenge", null).status()).isEqualTo(200);
    }

    @Test
    void confirmsNobodyElsesSession() {
        Api other = newReceptionist("other-" + UUID.randomUUID() + "@example.com");
        add(other, authenticator);

        JsonNode options = person.post("/api/v1/session/confirmation/passkey/challenge", null)
                .json();
        assertThat(options.path("allowCredentials")).isEmpty();
        assertThat(person.post("/api/v1/session/confirmation/passkey", authenticator.sign(options))
                        .text("code"))
                .isEqualTo("bad-passkey");
    }

    @Test
    void renamesAndRemovesOnlyOnesOwn() {
        String mine = PASSKEYS + "/" + add(person, authenticator).id();
        Api other = newReceptionist("other-" + UUID.randomUUID() + "@example.com");

        assertThat(other.patch(mine, Map.of("name", "Mine")).status()).isEqualTo(404);
        assertThat(other.delete(mine).status()).isEqualTo(404);
        assertThat(other.get(PASSKEYS).json().path("items")).isEmpty();
        assertThat(person.patch(mine, Map.of("name", " Phone ")).status()).isEqualTo(204);
        assertThat(only(person).path("name").asString()).isEqualTo("Phone");

        SignInTests.letSignInsGrowOld();
        assertThat(person.delete(mine).text("code")).isEqualTo("sign-in-again");
    }

    @Test
    void signsNobodyInOnceItIsRemovedAndEndsAllOtherSessions() {
        String id = add(person, authenticator).id();
        Api elsewhere = TestServer.nobody().opened();
        assertThat(signIn(elsewhere, authenticator).status()).isEqualTo(200);

        assertThat(person.delete(PASSKEYS + "/" + id).status()).isEqualTo(204);

        assertThat(signIn(TestServer.nobody().opened(), authenticator).text("code"))
                .isEqualTo("bad-passkey");
        assertThat(elsewhere.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(person.get(PASSKEYS).json().path("items")).isEmpty();
        assertThat(audited("PASSKEY_REMOVED").path("subject").asString()).isEqualTo(id);
    }

    @Test
    void isEnoughWhereAClinicRequiresASecondFactor() {
        String id = add(person, authenticator).id();
        requireSecondFactor();
        String patients = clinic.path("patients");
        assertThat(person.get(patients).status()).isEqualTo(200);

        Api byPassword = TestServer.nobody().signIn(email, People.PASSWORD);
        assertThat(byPassword.get(patients).text("code")).isEqualTo("second-factor-wanted");
        Api byPasskey = TestServer.nobody().opened();
        signIn(byPasskey, authenticator);
        assertThat(byPasskey.get(patients).status()).isEqualTo(200);
        byPasskey.post("/api/v1/session/confirmation", Map.of("password", People.PASSWORD));
        assertThat(byPasskey.get(patients).status()).isEqualTo(200);
        Api byToken = person.withToken(
                person.post("/api/v1/api-tokens", Map.of("name", "till")).text("token"));
        assertThat(byToken.get(patients).status()).isEqualTo(200);

        JsonNode options = byPassword
                .post("/api/v1/session/confirmation/passkey/challenge", null)
                .json();
        byPassword.post("/api/v1/session/confirmation/passkey", authenticator.sign(options));
        assertThat(byPassword.get(patients).status()).isEqualTo(200);

        person.delete(PASSKEYS + "/" + id);
        assertThat(person.get(patients).status()).isEqualTo(403);
        assertThat(byToken.get(patients).status()).isEqualTo(403);
    }

    private void requireSecondFactor() {
        String address = "admin-" + UUID.randomUUID() + "@example.com";
        clinic.administrator.post(clinic.path("admins"), Map.of("name", "Kim Alder", "email", address));
        Api admin = People.acceptInvitation(address);
        add(admin, new SoftwareAuthenticator());
        assertThat(admin.put(clinic.path("sign-in-rules"), Map.of("secondFactorRequired", true))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void signsInAnAdministrator() {
        Api administrator = TestServer.administrator();
        String id = add(administrator, authenticator).id();
        Api browser = TestServer.nobody().opened();

        assertThat(signIn(browser, authenticator).json().path("administrator").asBoolean())
                .isTrue();
        assertThat(browser.delete(PASSKEYS + "/" + id).status()).isEqualTo(204);
    }

    @Test
    void addsOnlyWhatWasMadeHereByAVerifiedUser() {
        SoftwareAuthenticator elsewhere = new SoftwareAuthenticator();
        elsewhere.origin = "https://clinic.example";
        assertThat(add(person, elsewhere).text("code")).isEqualTo("passkey-not-added");
        SoftwareAuthenticator unverified = new SoftwareAuthenticator();
        unverified.verifiesUser = false;
        assertThat(add(person, unverified).text("code")).isEqualTo("passkey-not-added");

        Map<String, Object> made = authenticator.make(challengeToAdd(person));
        Api other = newReceptionist("other-" + UUID.randomUUID() + "@example.com");
        assertThat(add(other, made).text("code")).isEqualTo("passkey-not-added");
        assertThat(add(person, made).status()).isEqualTo(201);
        assertThat(add(person, made).text("code")).isEqualTo("passkey-not-added");
        assertThat(add(other, authenticator).text("code")).isEqualTo("passkey-known");
        assertThat(other.get(PASSKEYS).json().path("items")).isEmpty();
    }

    @Test
    void addsNoneForWhoHoldsATokenOnly() {
        Api machine = person.withToken(
                person.post("/api/v1/api-tokens", Map.of("name", "till")).text("token"));
        Map<String, Object> made = authenticator.make(challengeToAdd(person));

        assertThat(machine.post(PASSKEYS + "/challenge", null).status()).isEqualTo(403);
        assertThat(add(machine, made).status()).isEqualTo(403);
    }

    @Test
    void countsFailuresAgainstTheNetworkTheyComeFrom() {
        SignIn signIn = signInWithAttempts(2);
        Passkeys.Assertion unknown = new Passkeys.Assertion("AAAA", "AAAA", "AAAA", "AAAA", null);
        String network = "network " + UUID.randomUUID();

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> signIn.withPasskey(unknown, null, network))
                    .isInstanceOfSatisfying(
                            Problem.class, it -> assertThat(it.code()).isEqualTo("bad-passkey"));
        }
        assertThatThrownBy(() -> signIn.withPasskey(unknown, null, network)).isInstanceOf(TooManyAttempts.class);
        assertThatThrownBy(() -> signIn.withPassword(email, "wrong", null, network))
                .isInstanceOf(TooManyAttempts.class);
    }

    private static SignIn signInWithAttempts(int attempts) {
        Duration slow = Duration.ofMinutes(1);
        SignInThrottle throttle = new SignInThrottle(
                TestServer.bean(JdbcClient.class),
                TestServer.bean(DataSource.class),
                new SignInSettings(10, 50, slow, attempts, slow, slow),
                TestServer.bean(Audit.class),
                TestServer.bean(Clock.class));
        return new SignIn(
                TestServer.bean(Accounts.class),
                TestServer.bean(ApiTokens.class),
                TestServer.bean(Passwords.class),
                TestServer.bean(SecondFactors.class),
                TestServer.bean(SignInLinks.class),
                TestServer.bean(SingleSignOnLinks.class),
                TestServer.bean(Passkeys.class),
                throttle,
                TestServer.bean(Audit.class));
    }

    /** With a challenge that is good, so that all of it is read. */
    @Test
    void failsAtNoOddAnswer() {
        add(person, authenticator);
        Random random = new Random(20261126);
        List<String> wrong = new ArrayList<>();
        Api browser = TestServer.nobody().opened();
        for (int round = 0; round < 60; round++) {
            Map<String, Object> signed = authenticator.sign(challenge(browser));
            for (String part : List.of("clientDataJSON", "authenticatorData", "signature", "userHandle")) {
                Api.Answer answer = answer(browser, changed(signed, part, odd(part(signed, part), random)));
                if (answer.status() != 401 && answer.status() != 422) {
                    wrong.add(part + ": " + answer);
                }
            }
            Map<String, Object> made = new SoftwareAuthenticator().make(challengeToAdd(person));
            for (String part : List.of("clientDataJSON", "attestationObject")) {
                Api.Answer answer = add(person, changed(made, part, odd(part(made, part), random)));
                if (answer.status() >= 500) { // nothing of it is signed: some is still a passkey
                    wrong.add(part + ": " + answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String part(Map<String, Object> credential, String name) {
        return String.valueOf(((Map<?, ?>) Objects.requireNonNull(credential.get("response"))).get(name));
    }

    /** Cut short, made longer, or with a byte changed. */
    private static String odd(String base64url, Random random) {
        byte[] bytes = Base64.getUrlDecoder().decode(base64url);
        byte[] odd = switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(20));
            default -> bytes.clone();
        };
        if (odd.length == bytes.length) {
            odd[random.nextInt(odd.length)] ^= (byte) (1 + random.nextInt(255));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(odd);
    }

    private static Map<String, Object> changed(Map<String, Object> credential, String part, String value) {
        Map<String, Object> response = new HashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(credential.get("response")))
                .forEach((name, content) -> response.put(String.valueOf(name), content));
        response.put(part, value);
        Map<String, Object> changed = new HashMap<>(credential);
        changed.put("response", response);
        return changed;
    }

    private static JsonNode challengeToAdd(Api person) {
        return person.post(PASSKEYS + "/challenge", null).json();
    }

    private static Api.Answer add(Api person, SoftwareAuthenticator authenticator) {
        return add(person, authenticator.make(challengeToAdd(person)));
    }

    private static Api.Answer add(Api person, Map<String, Object> made) {
        return person.post(PASSKEYS, Map.of("name", "Laptop", "credential", made));
    }

    private static JsonNode only(Api person) {
        JsonNode items = person.get(PASSKEYS).json().path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static JsonNode challenge(Api browser) {
        return browser.post("/api/v1/session/passkey/challenge", null).json();
    }

    private static Api.Answer signIn(Api browser, SoftwareAuthenticator authenticator) {
        return answer(browser, authenticator.sign(challenge(browser)));
    }

    private static Api.Answer answer(Api browser, Map<String, Object> answer) {
        return browser.post("/api/v1/session/passkey", answer);
    }
}
