package org.housecall.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clinic's people sign in at its own provider, over HTTP, and nobody else does. */
class SingleSignOnTests {

    private final OpenIdProvider provider = new OpenIdProvider();
    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api administrator = clinic.administrator;
    private final String slug =
            administrator.get("/api/v1/clinics/" + clinic.id).text("slug");
    private final String email = "reception-" + UUID.randomUUID() + "@example.com";
    private final String staffId = invite(email);
    private final Api person = People.acceptInvitation(email);
    private final String subject = UUID.randomUUID().toString();
    private final JdbcClient jdbc = TestServer.bean(JdbcClient.class);

    SingleSignOnTests() {
        assertThat(offer(OpenIdProvider.SECRET).status()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private String invite(String address) {
        return administrator
                .post(clinic.path("receptionists"), Map.of("name", "Robin Quill", "email", address))
                .id();
    }

    private Api.Answer offer(String secret) {
        return offer(clinic, secret);
    }

    private Api.Answer offer(SampleClinic where, String secret) {
        return administrator.put(
                where.path("single-sign-on"),
                Map.of("issuer", provider.issuer(), "clientId", OpenIdProvider.CLIENT, "clientSecret", secret));
    }

    // the way there and back

    @Test
    void signsInWhoIsLinkedToThisClinicOnly() {
        link(person, subject);
        SampleClinic elsewhere = new SampleClinic(administrator);
        Api browser = TestServer.nobody().opened();

        Api.Answer back = browser.get(provider.signIn(begin(browser, Map.of("returnTo", "/account?a=b")), subject));

        assertThat(location(back)).isEqualTo("http://localhost:8080/account?a=b");
        assertThat(back.header("Cache-Control")).contains("no-store");
        Api.Answer session = browser.get("/api/v1/session");
        assertThat(session.text("email")).isEqualTo(email);
        assertThat(session.text("onlyClinic")).isEqualTo(clinic.id);
        assertThat(browser.get(clinic.path("patients")).status()).isEqualTo(200);
        assertThat(browser.get(elsewhere.path("patients")).status()).isEqualTo(404);
        assertThat(trail()).contains("SIGNED_IN", "SINGLE_SIGN_ON_CHANGED", "SINGLE_SIGN_ON_LINKED");
    }

    @Test
    void sendsTheBrowserAwayWithPkceStateAndNonceAndNoSecret() {
        Api browser = TestServer.nobody().opened();
        Api.Answer begun = browser.post("/api/v1/single-sign-on", Map.of("clinic", slug));

        assertThat(begun.text("authorizeUrl"))
                .startsWith(provider.issuer() + "/authorize?")
                .contains("response_type=code", "scope=openid", "code_challenge_method=S256")
                .contains("client_id=" + OpenIdProvider.CLIENT)
                .containsPattern("[?&]state=[\\w-]{43}")
                .containsPattern("[?&]nonce=[\\w-]{43}")
                .containsPattern("[?&]code_challenge=[\\w-]{43}")
                .contains("redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fsingle-sign-on%2F" + clinic.id + "%2Fcallback")
                .doesNotContain("secret", "max_age", "prompt");
        assertThat(begun.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/single-sign-on/");
    }

    @Test
    void refusesAReturnInAnotherBrowser() {
        link(person, subject);
        Api browser = TestServer.nobody().opened();
        String back = provider.signIn(begin(browser), subject);

        Api other = TestServer.nobody().opened();
        assertThat(location(other.get(back))).endsWith("/sign-in?clinic=" + slug + "&signOn=state");
        Api begunToo = TestServer.nobody().opened();
        begin(begunToo);
        assertThat(location(begunToo.get(back))).endsWith("signOn=state");
        assertThat(other.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(location(browser.get(back))).isEqualTo("http://localhost:8080/");
    }

    @Test
    void refusesAReturnUsedBeforeOrForgedOrTooOld() {
        link(person, subject);
        Api browser = TestServer.nobody().opened();
        String begun = begin(browser);
        String back = provider.signIn(begun, subject);
        assertThat(refusal(browser, back.replaceAll("state=[^&]*", "state=forged")))
                .isEqualTo("state");
        assertThat(refusal(browser, back.replaceAll("[?&]state=[^&]*", "?"))).isEqualTo("state");

        Api again = TestServer.nobody().opened();
        String second = provider.signIn(begin(again), subject);
        jdbc.sql("update single_sign_on_attempt set expires_at = ? where clinic_id = ? and used_at is null")
                .params(OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1), UUID.fromString(clinic.id))
                .update();
        assertThat(refusal(again, second)).isEqualTo("expired");

        Api last = TestServer.nobody().opened();
        String third = provider.signIn(begin(last), subject);
        last.get(third);
        last.delete("/api/v1/session");
        assertThat(refusal(last, third)).isEqualTo("state");
    }

    @Test
    void takesWhatOneClinicsProviderSendsForNoOthers() {
        link(person, subject);
        SampleClinic elsewhere = new SampleClinic(administrator);
        offer(elsewhere, OpenIdProvider.SECRET);
        Api browser = TestServer.nobody().opened();
        String back = provider.signIn(begin(browser), subject);

        assertThat(location(browser.get(back.replace(clinic.id, elsewhere.id)))).endsWith("signOn=state");
        assertThat(location(browser.get(back + "&iss=https://evil.example"))).endsWith("signOn=state");
    }

    @Test
    void takesNoForAnAnswer() {
        Api browser = TestServer.nobody().opened();

        assertThat(refusal(browser, provider.decline(begin(browser)))).isEqualTo("declined");
        String begun = begin(browser);
        String state = begun.replaceAll(".*[?&]state=([^&]*).*", "$1");
        assertThat(refusal(browser, callback() + "?error=server_error&state=" + state))
                .isEqualTo("provider");
    }

    @Test
    void refusesACodeThatTheProviderDoesNotTake() {
        Api browser = TestServer.nobody().opened();
        String back = provider.signIn(begin(browser), subject);

        assertThat(refusal(browser, back.replaceAll("code=[^&]*", "code=forged")))
                .isEqualTo("provider");
    }

    // the token

    @ParameterizedTest
    @EnumSource(names = "RIGHT", mode = EnumSource.Mode.EXCLUDE)
    void refusesATokenThatTheProviderDidNotSign(OpenIdProvider.Signing signing) {
        link(person, subject);
        provider.signing = signing;

        assertThat(wayBack()).endsWith("signOn=provider");
    }

    @Test
    void refusesATokenThatIsNotForUsOrNotForNow() {
        link(person, subject);
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> lies = new HashMap<>();
        lies.put("nonce", it -> it.claim("nonce", "another"));
        lies.put("no nonce", it -> it.claim("nonce", null));
        lies.put("aud", it -> it.audience("another-client"));
        lies.put(
                "azp",
                it -> it.audience(List.of(OpenIdProvider.CLIENT, "another")).claim("azp", "another"));
        lies.put("no azp", it -> it.audience(List.of(OpenIdProvider.CLIENT, "another")));
        lies.put("azp alone", it -> it.claim("azp", "another"));
        lies.put("iss", it -> it.issuer("https://another.example"));
        lies.put("exp", it -> it.expirationTime(OpenIdProvider.inSeconds(-600)));
        lies.put("no exp", it -> it.expirationTime(null));
        lies.put("iat", it -> it.issueTime(OpenIdProvider.inSeconds(600)));
        lies.put("no sub", it -> it.subject(null));
        lies.forEach((name, lie) -> {
            provider.claims = lie;
            assertThat(wayBack()).as(name).endsWith("signOn=provider");
        });
        provider.claims = UnaryOperator.identity();
        assertThat(wayBack()).isEqualTo("http://localhost:8080/");
    }

    private String wayBack() {
        Api browser = TestServer.nobody().opened();
        return location(browser.get(provider.signIn(begin(browser), subject)));
    }

    // the person

    @Test
    void neverMatchesByEmailEvenIfTheProviderCallsItVerified() {
        provider.claims = it -> it.claim("email", email).claim("email_verified", true);
        Api browser = TestServer.nobody().opened();

        assertThat(refusal(browser, provider.signIn(begin(browser), subject))).isEqualTo("unknown");
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(trail()).contains("SIGN_IN_REFUSED");

        provider.claims = it -> it.subject(email).claim("email", email);
        assertThat(refusal(browser, provider.signIn(begin(browser), email))).isEqualTo("unknown");
    }

    @Test
    void makesNobodyAnAdministrator() {
        SampleClinic elsewhere = new SampleClinic(administrator);
        invite(TestServer.ADMIN_EMAIL);
        assertThat(administrator
                        .post(
                                "/api/v1/invitations/" + People.token(TestServer.ADMIN_EMAIL, "accept-invitation"),
                                Map.of())
                        .status())
                .isEqualTo(204);
        link(administrator, subject);
        Api browser = signedOn();

        Api.Answer session = browser.get("/api/v1/session");
        assertThat(session.text("email")).isEqualTo(TestServer.ADMIN_EMAIL);
        assertThat(session.json().path("administrator").asBoolean(true)).isFalse();
        assertThat(session.json().path("memberships").size()).isEqualTo(1);
        assertThat(browser.get("/api/v1/clinics").json().path("items").size()).isEqualTo(1);
        assertThat(browser.get(clinic.path("patients")).status()).isEqualTo(200);
        assertThat(browser.get(elsewhere.path("patients")).status()).isEqualTo(404);
        assertThat(browser.get("/api/v1/mails").status()).isEqualTo(403);
        assertThat(browser.get("/actuator/metrics").status()).isEqualTo(403);
        assertThat(browser.put(clinic.path("sign-in-rules"), Map.of("secondFactorRequired", true))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void changesNothingOfTheAccountItself() {
        link(person, subject);
        Api browser = TestServer.nobody().opened();
        browser.get(provider.signIn(begin(browser, Map.of("fresh", true)), subject)); // recent enough for anything

        assertThat(browser.put("/api/v1/account/password", Map.of("wanted", "yet another long password"))
                        .status())
                .isEqualTo(403);
        assertThat(browser.post("/api/v1/account/second-factor", null).status()).isEqualTo(403);
        assertThat(browser.post("/api/v1/api-tokens", Map.of("name", "machine")).status())
                .isEqualTo(403);
        assertThat(browser.post("/api/v1/account/single-sign-on/" + clinic.id, null)
                        .status())
                .isEqualTo(403);
        assertThat(browser.delete("/api/v1/account/single-sign-on/" + clinic.id).status())
                .isEqualTo(403);
    }

    @Test
    void showsNothingOfTheAccountBeyondTheClinic() {
        link(person, subject);
        Api browser = signedOn();

        for (String path :
                List.of("account/sessions", "account/second-factor", "account/single-sign-on", "api-tokens")) {
            assertThat(browser.get("/api/v1/" + path).status()).as(path).isEqualTo(403);
        }
        assertThat(browser.get("/api/v1/clinics").status()).isEqualTo(200);
    }

    @Test
    void forgetsWhoLeaves() {
        link(person, subject);
        Api browser = signedOn();
        assertThat(administrator
                        .post(clinic.path("staff/" + staffId + "/departure"), null)
                        .status())
                .isEqualTo(204);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);

        invite(email);
        assertThat(isLinked(People.acceptInvitation(email))).isFalse();
    }

    @Test
    void letsNobodyInWhoDoesNotWorkThereAnyMore() {
        link(person, subject);
        Api browser = signedOn();
        jdbc.sql("delete from membership where clinic_id = ? and account_id = ?")
                .params(UUID.fromString(clinic.id), account(person))
                .update();

        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        Api later = TestServer.nobody().opened();
        assertThat(refusal(later, provider.signIn(begin(later), subject))).isEqualTo("unknown");
    }

    @Test
    void endsWithTheLinkWhatTheLinkOpened() {
        link(person, subject);
        Api browser = signedOn();
        assertThat(isLinked(person)).isTrue();

        assertThat(person.delete("/api/v1/account/single-sign-on/" + clinic.id).status())
                .isEqualTo(204);

        assertThat(isLinked(person)).isFalse();
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        Api later = TestServer.nobody().opened();
        assertThat(refusal(later, provider.signIn(begin(later), subject))).isEqualTo("unknown");
        assertThat(trail()).contains("SINGLE_SIGN_ON_UNLINKED");
    }

    @Test
    void linksOneIdentityToOneAccount() {
        link(person, subject);
        String other = "reception-" + UUID.randomUUID() + "@example.com";
        invite(other);
        Api colleague = People.acceptInvitation(other);

        assertThat(linking(colleague, subject)).endsWith("/account?signOn=taken");
        assertThat(isLinked(colleague)).isFalse();
        assertThat(signedOn().get("/api/v1/session").text("email")).isEqualTo(email);

        // Another identity takes the place of the one before.
        assertThat(linking(person, "another")).endsWith("/account?signOn=linked");
        Api later = TestServer.nobody().opened();
        assertThat(refusal(later, provider.signIn(begin(later), subject))).isEqualTo("unknown");
    }

    @Test
    void linksOnlyTheAccountThatBeganAndThatIsSignedInStill() {
        Api shared = TestServer.nobody().signIn(email, People.PASSWORD);
        String back = provider.signIn(
                shared.post("/api/v1/account/single-sign-on/" + clinic.id, null).text("authorizeUrl"), subject);
        shared.delete("/api/v1/session");

        assertThat(location(shared.get(back))).endsWith("/account?signOn=other-user");
        assertThat(isLinked(person)).isFalse();
    }

    @Test
    void linksNothingOfAClinicWhereOneDoesNotWork() {
        SampleClinic elsewhere = new SampleClinic(administrator);

        assertThat(person.post("/api/v1/account/single-sign-on/" + elsewhere.id, null)
                        .status())
                .isEqualTo(404);
        assertThat(administrator
                        .post("/api/v1/account/single-sign-on/" + clinic.id, null)
                        .status())
                .isEqualTo(404);
        assertThat(TestServer.nobody()
                        .opened()
                        .post("/api/v1/account/single-sign-on/" + clinic.id, null)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void wantsARecentSignInBeforeLinkingAndTellsARecentOneFromAnOldOne() {
        link(person, subject);
        String path = clinic.path("single-sign-on");
        String admin = "admin-" + email;
        administrator
                .post(clinic.path("admins"), Map.of("name", "Kim Alder", "email", admin))
                .id();
        link(People.acceptInvitation(admin), "kim");
        Map<String, String> wanted = Map.of("issuer", provider.issuer(), "clientId", OpenIdProvider.CLIENT);
        Api silent = TestServer.nobody().opened();
        silent.get(provider.signIn(begin(silent), "kim"));
        assertThat(silent.get(path).status()).isEqualTo(200);
        assertThat(silent.put(path, wanted).text("code")).isEqualTo("sign-in-again");

        Api fresh = TestServer.nobody().opened();
        String url = begin(fresh, Map.of("fresh", true));
        assertThat(url).contains("max_age=0", "prompt=login");
        fresh.get(provider.signIn(url, "kim"));
        assertThat(fresh.put(path, wanted).status()).isEqualTo(200);
    }

    // invitations

    @Test
    void acceptsAnInvitationWithoutAPassword() {
        String address = "new-" + UUID.randomUUID() + "@example.com";
        invite(address);
        String token = People.token(address, "accept-invitation");
        Api browser = TestServer.nobody().opened();
        Api.Answer invitation = browser.get("/api/v1/invitations/" + token);
        assertThat(invitation.json().path("singleSignOn").asBoolean(false)).isTrue();

        Api.Answer back = browser.get(provider.signIn(accepting(browser, token).text("authorizeUrl"), subject));

        assertThat(location(back)).isEqualTo("http://localhost:8080/");
        assertThat(browser.get("/api/v1/session").text("email")).isEqualTo(address);
        assertThat(browser.get(clinic.path("patients")).status()).isEqualTo(200);
        assertThat(signedOn().get("/api/v1/session").text("email")).isEqualTo(address);
        assertThat(accepting(TestServer.nobody().opened(), token).text("code")).isEqualTo("link-expired");
    }

    @Test
    void returnsToTheInvitationThatWasNotAccepted() {
        link(person, subject);
        String address = "new-" + UUID.randomUUID() + "@example.com";
        invite(address);
        String token = People.token(address, "accept-invitation");
        Api browser = TestServer.nobody().opened();

        assertThat(location(
                        browser.get(provider.decline(accepting(browser, token).text("authorizeUrl")))))
                .endsWith("/accept-invitation?token=" + token + "&signOn=declined");
        assertThat(location(
                        browser.get(provider.signIn(accepting(browser, token).text("authorizeUrl"), subject))))
                .endsWith("signOn=taken");
        String begun = accepting(browser, token).text("authorizeUrl");
        assertThat(TestServer.nobody()
                        .opened()
                        .post("/api/v1/invitations/" + token, Map.of("password", People.PASSWORD))
                        .status())
                .isEqualTo(204);
        assertThat(location(browser.get(provider.signIn(begun, "somebody")))).endsWith("signOn=invitation");
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void leavesAnAccountWithAPasswordToItsOwner() {
        SampleClinic second = new SampleClinic(administrator);
        offer(second, OpenIdProvider.SECRET);
        administrator
                .post(second.path("receptionists"), Map.of("name", "Robin Quill", "email", email))
                .id();
        String token = People.token(email, "accept-invitation");

        assertThat(accepting(TestServer.nobody().opened(), token).status()).isEqualTo(422);
        assertThat(TestServer.nobody()
                        .get("/api/v1/invitations/" + token)
                        .json()
                        .path("singleSignOn")
                        .asBoolean(true))
                .isFalse();

        String back = provider.signIn(accepting(person, token).text("authorizeUrl"), subject);
        assertThat(location(person.get(back))).isEqualTo("http://localhost:8080/");
        assertThat(person.get("/api/v1/session").text("onlyClinic")).isEqualTo(second.id);
    }

    // the clinic's settings

    @Test
    void keepsTheSecretToItself() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("org.housecall");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        root.addAppender(lines);
        ours.setLevel(Level.DEBUG);
        StringBuilder answers = new StringBuilder();
        try {
            answers.append(offer(OpenIdProvider.SECRET));
            answers.append(administrator.get(clinic.path("single-sign-on")));
            answers.append(administrator.put(clinic.path("single-sign-on/test"), Map.of()));
            link(person, subject);
            signedOn();
            provider.secret = "changed";
            answers.append(administrator.put(clinic.path("single-sign-on/test"), Map.of()));
            Api browser = TestServer.nobody().opened();
            assertThat(refusal(browser, provider.signIn(begin(browser), subject)))
                    .isEqualTo("provider");
        } finally {
            ours.setLevel(null);
            root.detachAppender(lines);
        }
        String logged = List.copyOf(lines.list).stream()
                .map(line -> line.getFormattedMessage()
                        + (line.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(line.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
        String stored = jdbc.sql("select t::text from single_sign_on t")
                .query(String.class)
                .list()
                .toString();

        assertThat(answers.toString()).contains(provider.issuer()).doesNotContain(OpenIdProvider.SECRET);
        assertThat(logged)
                .contains("Single sign-on of clinic " + clinic.id + ": CLIENT")
                .doesNotContain(OpenIdProvider.SECRET, subject, "code=");
        assertThat(stored).contains(provider.issuer()).doesNotContain(OpenIdProvider.SECRET);
    }

    @Test
    void wantsTheSecretAnewForAnotherProviderOrClient() {
        String path = clinic.path("single-sign-on");
        assertThat(administrator
                        .put(path, Map.of("issuer", provider.issuer(), "clientId", OpenIdProvider.CLIENT))
                        .status())
                .isEqualTo(200);
        for (Map<String, String> changed : List.of(
                Map.of("issuer", "https://evil.example", "clientId", OpenIdProvider.CLIENT),
                Map.of("issuer", provider.issuer(), "clientId", "another"))) {
            Api.Answer refused = administrator.put(path, changed);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().path("errors").get(0).path("field").asString(""))
                    .isEqualTo("clientSecret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example.com",
                "ftp://id.example.com",
                "javascript:alert(1)",
                "id.example.com",
                "https://",
                "https://id.example.com?tenant=1",
                "https://id.example.com#here",
                "https://someone@id.example.com",
                "https://id.example.com/ a"
            })
    void takesNoIssuerThatIsNoAddress(String issuer) {
        Api.Answer refused = administrator.put(
                clinic.path("single-sign-on"), Map.of("issuer", issuer, "clientId", "a", "clientSecret", "b"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").get(0).path("field").asString(""))
                .isEqualTo("issuer");
    }

    @Test
    void triesTheProviderAndSaysWhatIsWrong() {
        assertThat(tried()).contains("true").contains("takes client ID and secret");

        provider.secret = "changed";
        assertThat(tried()).contains("false").contains("does not take this client ID and secret");

        provider.calledIssuer = provider.issuer() + "/";
        assertThat(tried()).contains("false").contains("calls itself " + provider.issuer() + "/");

        for (Map.Entry<String, String> wrong : Map.of(
                        "https://10.0.0.1",
                        "private network",
                        "https://169.254.169.254/latest",
                        "private network",
                        "https://no-such-host.invalid",
                        "no host of that name",
                        provider.issuer() + "/nothing",
                        "no description")
                .entrySet()) {
            administrator.put(
                    clinic.path("single-sign-on"),
                    Map.of("issuer", wrong.getKey(), "clientId", "a", "clientSecret", "b"));
            assertThat(tried()).as(wrong.getKey()).contains("false").contains(wrong.getValue());
        }
    }

    @Test
    void endsWithTheProviderWhatItVouchedFor() {
        link(person, subject);
        Api browser = signedOn();
        assertThat(administrator.delete(clinic.path("single-sign-on")).status()).isEqualTo(204);

        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(administrator.get(clinic.path("single-sign-on")).json().has("issuer"))
                .isFalse();
        assertThat(trail()).contains("SINGLE_SIGN_ON_REMOVED");
        offer(OpenIdProvider.SECRET);
        Api later = TestServer.nobody().opened();
        assertThat(refusal(later, provider.signIn(begin(later), subject))).isEqualTo("unknown");
    }

    @Test
    void vouchesNoMoreForWhoAnotherProviderKnew() {
        link(person, subject);
        Api browser = signedOn();
        try (OpenIdProvider another = new OpenIdProvider()) {
            administrator.put(
                    clinic.path("single-sign-on"),
                    Map.of(
                            "issuer",
                            another.issuer(),
                            "clientId",
                            OpenIdProvider.CLIENT,
                            "clientSecret",
                            OpenIdProvider.SECRET));

            assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
            Api later = TestServer.nobody().opened();
            assertThat(refusal(later, another.signIn(begin(later), subject))).isEqualTo("unknown");
        }
    }

    @Test
    void tellsAnUnknownClinicFromOneWithoutToNobody() {
        SampleClinic without = new SampleClinic(administrator);
        String other = administrator.get("/api/v1/clinics/" + without.id).text("slug");
        Api nobody = TestServer.nobody().opened();

        Api.Answer offered = nobody.get("/api/v1/single-sign-on?clinic=" + slug);
        assertThat(offered.json().path("offered").asBoolean(false)).isTrue();
        assertThat(offered.text("clinicName")).startsWith("Clinic ");
        assertThat(nobody.get("/api/v1/single-sign-on?clinic=" + other).body())
                .isEqualTo(nobody.get("/api/v1/single-sign-on?clinic=nowhere").body());
        assertThat(nobody.post("/api/v1/single-sign-on", Map.of("clinic", other))
                        .body())
                .isEqualTo(nobody.post("/api/v1/single-sign-on", Map.of("clinic", "nowhere"))
                        .body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/ evil",
                "@evil.example"
            })
    void neverLeadsToAForeignSite(String returnTo) {
        link(person, subject);
        Api browser = TestServer.nobody().opened();

        String back = location(browser.get(provider.signIn(begin(browser, Map.of("returnTo", returnTo)), subject)));

        assertThat(back).isEqualTo("http://localhost:8080/");
    }

    private String begin(Api browser) {
        return begin(browser, Map.of());
    }

    private String begin(Api browser, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("clinic", slug);
        Api.Answer begun = browser.post("/api/v1/single-sign-on", body);
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        return begun.text("authorizeUrl");
    }

    private static Api.Answer accepting(Api browser, String token) {
        return browser.post("/api/v1/invitations/" + token + "/single-sign-on", null);
    }

    private Api signedOn() {
        Api browser = TestServer.nobody().opened();
        assertThat(location(browser.get(provider.signIn(begin(browser), subject))))
                .isEqualTo("http://localhost:8080/");
        return browser;
    }

    private void link(Api who, String as) {
        assertThat(linking(who, as)).endsWith("/account?signOn=linked");
    }

    private String linking(Api who, String as) {
        return location(who.get(provider.signIn(
                who.post("/api/v1/account/single-sign-on/" + clinic.id, null).text("authorizeUrl"), as)));
    }

    private boolean isLinked(Api who) {
        return who.get("/api/v1/account/single-sign-on")
                .json()
                .path("items")
                .valueStream()
                .anyMatch(it -> it.path("clinicId").asString("").equals(clinic.id)
                        && it.path("linked").asBoolean(false));
    }

    /** Why the way back was not the way in. */
    private String refusal(Api browser, String back) {
        String page = location(browser.get(back));
        assertThat(page).startsWith("http://localhost:8080/sign-in?clinic=" + slug + "&signOn=");
        return page.substring(page.lastIndexOf('=') + 1);
    }

    private static String location(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.header("Location")).toString();
    }

    private String callback() {
        return "/single-sign-on/" + clinic.id + "/callback";
    }

    private String tried() {
        Api.Answer answer = administrator.put(clinic.path("single-sign-on/test"), Map.of());
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static UUID account(Api who) {
        return UUID.fromString(who.get("/api/v1/session").text("id"));
    }

    private String trail() {
        return administrator.get(clinic.path("audit")).body();
    }
}
