package org.housecall.marketplace.reviewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.housecall.Eventually.assertThatSoon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.housecall.Api;
import org.housecall.MarketplaceClinic;
import org.housecall.Reviewers;
import org.housecall.TestServer;
import org.housecall.access.SignIn;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A sealed clinic of made-up data for Zoom's reviewers, over HTTP. */
class ReviewerAccessTests {

    private final MarketplaceClinic clinic = new MarketplaceClinic();

    private Reviewers letIn() {
        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET);
        return Reviewers.letIn(clinic.staff("admins"), clinic.clinic.path("marketplace"));
    }

    @Test
    void letsInByThePasswordOfTheReleaseNotesAlone() {
        Reviewers reviewers = letIn();

        JsonNode doctor = reviewers.doctor().get("/api/v1/session").json();
        assertThat(doctor.path("onlyClinic").asString()).isEqualTo(reviewers.sampleId);
        assertThat(doctor.path("name").asString()).isEqualTo("Sample doctor");
        assertThat(reviewers.patient().get(reviewers.path("me")).json().path("patients"))
                .hasSize(1);
        assertThat(reviewers.secondDoctor().get(reviewers.path("me")).text("doctorId"))
                .isNotBlank();
        assertThat(reviewers
                        .access()
                        .json()
                        .path("people")
                        .get(0)
                        .path("lastSignedInAt")
                        .asString(""))
                .isNotBlank();
    }

    @Test
    void saysOfEverythingThatItIsMadeUp() {
        Reviewers reviewers = letIn();
        Api doctor = reviewers.doctor();

        JsonNode sample = doctor.get("/api/v1/clinics/" + reviewers.sampleId).json();
        assertThat(sample.path("sample").asBoolean()).isTrue();
        assertThat(sample.path("name").asString()).startsWith("Sample clinic");
        assertThat(StreamSupport.stream(
                                clinic.administrator
                                        .get("/api/v1/clinics")
                                        .json()
                                        .path("items")
                                        .spliterator(),
                                false)
                        .filter(it -> it.path("sample").asBoolean())
                        .map(it -> it.path("id").asString()))
                .contains(reviewers.sampleId)
                .doesNotContain(clinic.clinic.id);
        assertThat(reviewers.visits(doctor))
                .allSatisfy(visit ->
                        assertThat(visit.path("patientName").asString()).isEqualTo("Sample patient"));
    }

    @Test
    void hasAVisitToJoinAtAnyHourOfTheDayAhead() {
        Reviewers reviewers = letIn();
        List<JsonNode> visits = liveVisits(reviewers);
        Instant now = Instant.now();

        for (Instant at = now; at.isBefore(now.plus(Duration.ofHours(24))); at = at.plus(Duration.ofMinutes(1))) {
            assertThat(openAt(visits, at)).as("visits open at %s", at).isNotEmpty();
        }
        assertThat(visits.size()).isLessThan(30);
    }

    @Test
    void findsAnotherVisitForTheHourOfOneThatWasCancelled() {
        Reviewers reviewers = letIn();
        Api doctor = reviewers.doctor();
        String first = openAt(liveVisits(reviewers), Instant.now())
                .getFirst()
                .path("id")
                .asString();

        doctor.post(reviewers.path("appointments/" + first + "/cancel"), Map.of());

        assertThatSoon(() -> openAt(liveVisits(reviewers), Instant.now()).isEmpty())
                .isEqualTo(false);
        assertThat(openAt(liveVisits(reviewers), Instant.now())
                        .getFirst()
                        .path("id")
                        .asString())
                .isNotEqualTo(first);
    }

    @Test
    void closesWhatNobodyCameToAndGoesOn() {
        Reviewers reviewers = letIn();
        JdbcClient jdbc = TestServer.bean(JdbcClient.class);
        in(reviewers.sampleId, () -> jdbc.sql("""
                        update appointment set starts_at = starts_at - interval '30 hours', ends_at = ends_at - interval '30 hours'""").update());
        in(
                reviewers.sampleId,
                () -> jdbc.sql("delete from doctor_time where ref in (select id from appointment)")
                        .update());
        assertThat(reviewers.access().text("state")).isEqualTo("NO_VISIT");

        TestServer.bean(SampleRenewal.EveryHour.class).run();

        assertThatSoon(() -> reviewers.access().text("state")).isEqualTo("NO_LINK");
        assertThatSoon(() -> in(
                        reviewers.sampleId,
                        () -> jdbc.sql(
                                        "select count(*) from appointment where ends_at < now() - interval '30 minutes' and status = 'BOOKED'")
                                .query(Integer.class)
                                .single()))
                .isEqualTo(0);
    }

    @Test
    void showsWhatIsMissingWithoutZoom() {
        Reviewers reviewers = letIn();
        Api doctor = reviewers.doctor();
        String id = openAt(liveVisits(reviewers), Instant.now())
                .getFirst()
                .path("id")
                .asString();

        assertThatSoon(() -> doctor.get(reviewers.path("appointments/" + id + "/meeting"))
                        .json()
                        .path("problem")
                        .path("code")
                        .asString(""))
                .isEqualTo("NO_CONNECTION");
    }

    @Test
    void seesNothingOfOtherClinicsNorOfTheInstallation() {
        Reviewers reviewers = letIn();

        for (Api reviewer : List.of(reviewers.doctor(), reviewers.patient())) {
            assertThat(reviewer.get("/api/v1/clinics").json().path("items"))
                    .allSatisfy(it -> assertThat(it.path("id").asString()).isEqualTo(reviewers.sampleId))
                    .hasSize(1);
            assertThat(reviewer.get(clinic.clinic.path("appointments")).status())
                    .isEqualTo(404);
            assertThat(reviewer.get("/api/v1/mails").status()).isEqualTo(403);
            assertThat(reviewer.get("/api/v1/marketplace/reviewer-access").status())
                    .isEqualTo(403);
            assertThat(reviewer.get(reviewers.path("marketplace/reviewer-access/release-notes"))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void letsItsAccountsChangeNothingOfThemselvesAsOthersMay() {
        Reviewers reviewers = letIn();
        Api doctor = reviewers.doctor();
        Api anybody = clinic.staff("doctors");

        assertThat(secondFactor(doctor).status()).isEqualTo(403);
        assertThat(secondFactor(anybody).status()).isEqualTo(200);
        assertThat(otherPassword(doctor).status()).isEqualTo(403);
        assertThat(otherPassword(anybody).status()).isEqualTo(422);
        assertThat(token(doctor).status()).isEqualTo(403);
        assertThat(token(anybody).status()).isEqualTo(201);
    }

    private static Api.Answer secondFactor(Api api) {
        return api.post("/api/v1/account/second-factor", null);
    }

    private static Api.Answer otherPassword(Api api) {
        return api.put("/api/v1/account/password", Map.of("current", "x", "wanted", "a long other password"));
    }

    private static Api.Answer token(Api api) {
        return api.post("/api/v1/api-tokens", Map.of("name", "machine"));
    }

    @Test
    void takesNobodyElseInAndLetsNobodyBeLinkedElsewhere() {
        Reviewers reviewers = letIn();
        String sealed = reviewers.signIn("Sample doctor").email();

        Api.Answer invited = clinic.administrator.post(
                reviewers.path("doctors"), Map.of("name", "A", "email", "someone-" + clinic.slug + "@example.com"));
        assertThat(invited.status()).isEqualTo(409);
        assertThat(invited.text("code")).isEqualTo("sealed");
        assertThat(clinic.administrator
                        .post(
                                reviewers.path("patients"),
                                Map.of("name", "A", "email", "someone-" + clinic.slug + "@example.com"))
                        .status())
                .isEqualTo(409);
        assertThat(clinic.administrator
                        .post(clinic.clinic.path("doctors"), Map.of("name", "A", "email", sealed))
                        .status())
                .isEqualTo(409);
        assertThat(clinic.administrator
                        .post(clinic.clinic.path("patients"), Map.of("name", "A", "email", sealed))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void sendsNoMail() {
        Reviewers reviewers = letIn();
        Api doctor = reviewers.doctor();
        String doctorId = reviewers.doctorId(doctor);

        Api.Answer late = doctor.put(reviewers.path("doctors/" + doctorId + "/delay"), Map.of("minutes", 10));
        assertThat(late.status()).isEqualTo(200);

        String patient = reviewers.signIn("Sample patient").email();
        List<JsonNode> mails = clinic.administrator
                .get("/api/v1/mails")
                .json()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("to").asString("").equals(patient))
                .toList();
        assertThat(mails).isNotEmpty().allSatisfy(mail -> {
            assertThat(mail.path("status").asString()).isEqualTo("UNDELIVERED");
            assertThat(mail.path("problem").asString("")).contains("sample clinic");
            assertThat(clinic.administrator
                            .post("/api/v1/mails/" + mail.path("id").asString() + "/retry", null)
                            .status())
                    .isEqualTo(404);
        });
    }

    @Test
    void mailsNobodyALinkIntoIt() {
        Reviewers reviewers = letIn();
        String email = reviewers.signIn("Sample patient").email();
        Api nobody = TestServer.nobody().opened();

        assertThat(nobody.post("/api/v1/sign-in-links", Map.of("email", email)).status())
                .isEqualTo(202);
        assertThat(nobody.post("/api/v1/password-resets", Map.of("email", email))
                        .status())
                .isEqualTo(202);

        assertThat(TestServer.bean(JdbcClient.class)
                        .sql("""
                                select count(*) from mailed_link l join account a on a.id = l.account_id where a.email = ?""")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void asksTheseAccountsForNoSecondFactorWhateverIsAskedOfOthers() {
        Reviewers reviewers = letIn();
        Reviewers.SignIn doctor = reviewers.signIn("Sample doctor");
        Api staff = clinic.staff("doctors");
        for (String id : List.of(reviewers.sampleId, clinic.clinic.id)) {
            TestServer.bean(JdbcClient.class)
                    .sql("insert into sign_in_rules (clinic_id, second_factor_required) values (?, true)")
                    .param(UUID.fromString(id))
                    .update();
        }

        assertThat(TestServer.nobody()
                        .signIn(doctor.email(), doctor.password())
                        .get(reviewers.path("appointments"))
                        .status())
                .isEqualTo(200);
        assertThat(staff.get(clinic.clinic.path("appointments")).text("code")).isEqualTo("second-factor-wanted");
    }

    @Test
    void isNotShutOutByWhoGuesses() {
        Reviewers.SignIn doctor = letIn().signIn("Sample doctor");
        SignIn signIn = TestServer.bean(SignIn.class);
        for (int i = 1; i <= 60; i++) {
            String network = "198.51.100." + i;
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> signIn.withPassword(doctor.email(), "a guess", null, network))
                    .extracting(Problem::code)
                    .isEqualTo("bad-credentials");
        }

        assertThat(signIn.withPassword(doctor.email(), doctor.password(), null, "203.0.113.77")
                        .accountId())
                .isNotNull();
    }

    @Test
    void endsWhatIsOpenWithNewPasswords() {
        Reviewers reviewers = letIn();
        Api before = reviewers.doctor();
        Reviewers.SignIn old = reviewers.signIn("Sample doctor");

        reviewers.renewPasswords();

        assertThat(before.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(TestServer.nobody()
                        .opened()
                        .post("/api/v1/session", Map.of("email", old.email(), "password", old.password()))
                        .status())
                .isEqualTo(401);
        assertThat(reviewers.doctor().get("/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void shutsEverybodyOutOnceWithdrawnAndLetsInAgainLater() {
        Reviewers reviewers = letIn();
        Api doctor = reviewers.doctor();
        Api patient = reviewers.patient();
        Reviewers.SignIn old = reviewers.signIn("Sample doctor");

        assertThat(reviewers.withdraw().status()).isEqualTo(204);

        assertThat(doctor.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(patient.get(reviewers.path("appointments")).status()).isEqualTo(401);
        assertThat(TestServer.nobody()
                        .opened()
                        .post("/api/v1/session", Map.of("email", old.email(), "password", old.password()))
                        .status())
                .isEqualTo(401);
        assertThat(reviewers.access().text("state")).isEqualTo("NO_ACCESS");
        assertThat(reviewers.withdraw().status()).isEqualTo(404);
        assertThatSoon(() -> in(
                        reviewers.sampleId,
                        () -> TestServer.bean(JdbcClient.class)
                                .sql("select count(*) from appointment where status = 'BOOKED'")
                                .query(Integer.class)
                                .single()))
                .isEqualTo(0);

        Reviewers again = Reviewers.letIn(clinic.administrator, clinic.clinic.path("marketplace"));
        assertThat(again.sampleId).isEqualTo(reviewers.sampleId);
        assertThat(again.liveVisits(again.doctor())).isPositive();
    }

    @Test
    void keepsPasswordsOutOfTheAuditTrailAndTheView() {
        Reviewers reviewers = letIn();
        String password = reviewers.signIn("Sample doctor").password();

        assertThat(reviewers.access().body()).doesNotContain(password);
        String trail =
                clinic.administrator.get(clinic.clinic.path("audit?limit=200")).body();
        assertThat(trail)
                .contains("REVIEWER_ACCESS_OPENED", "RELEASE_NOTES_VIEWED")
                .doesNotContain(password);
        assertThat(clinic.administrator.get("/api/v1/mails").body()).doesNotContain(password);
    }

    @Test
    void isForAnAppOfTheClinicsOwn() {
        Api.Answer refused = clinic.administrator.post(clinic.clinic.path("marketplace/reviewer-access"), null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("no-app-to-review");
    }

    @Test
    void tellsInTheReadinessWhetherASignInWorks() {
        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET);
        assertThat(readiness()).isEqualTo("RED");

        Reviewers reviewers = Reviewers.letIn(clinic.administrator, clinic.clinic.path("marketplace"));
        assertThat(readiness()).isEqualTo("AMBER");
        TestServer.bean(JdbcClient.class)
                .sql("update account set password_hash = null where email = ?")
                .param(reviewers.signIn("Sample patient").email())
                .update();
        assertThat(reviewers.access().text("state")).isEqualTo("SIGN_IN_REFUSED");
        assertThat(readiness()).isEqualTo("RED");
    }

    private String readiness() {
        return clinic.administrator
                .get(clinic.clinic.path("marketplace/readiness"))
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString("").equals("reviewer"))
                .map(item -> item.path("state").asString(""))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> liveVisits(Reviewers reviewers) {
        return StreamSupport.stream(reviewers.visits(reviewers.doctor()).spliterator(), false)
                .filter(visit -> visit.path("status").asString("").equals("BOOKED"))
                .toList();
    }

    /** With the join window that a clinic has unless it decides otherwise: 15 minutes before to 30 after. */
    private static List<JsonNode> openAt(List<JsonNode> visits, Instant at) {
        return visits.stream()
                .filter(visit -> !at.isBefore(instant(visit, "start").minus(Duration.ofMinutes(15)))
                        && at.isBefore(instant(visit, "end").plus(Duration.ofMinutes(30))))
                .toList();
    }

    private static Instant instant(JsonNode visit, String field) {
        return Instant.parse(visit.path(field).asString());
    }

    private static int in(String clinicId, Supplier<Integer> work) {
        return CurrentClinic.in(
                UUID.fromString(clinicId),
                () -> TestServer.bean(TransactionTemplate.class).execute(_ -> work.get()));
    }
}
