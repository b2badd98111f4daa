package org.housecall.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.housecall.access.AccessMatrix.Who;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** A clinic with one person of every role, an appointment of its doctor and its patient, and one of two others. */
final class StaffedClinic {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** By a token: some of what is asked ends the sessions of whoever asks. */
    final Api administrator = byToken(TestServer.administrator());

    final SampleClinic clinic = new SampleClinic(administrator);
    final UUID id = UUID.fromString(clinic.id);
    final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final Map<Who, Person> people = new EnumMap<>(Who.class);

    private final JdbcClient jdbc = TestServer.bean(JdbcClient.class);
    private final ApiTokens tokens = TestServer.bean(ApiTokens.class);
    private final String doctorId = clinic.addDoctor(email(Who.DOCTOR));
    private final String serviceId = clinic.addService("VIDEO", doctorId, clinic.doctorId);
    private final String patientId = add("patients", Who.PATIENT);
    private final String receptionistId = add("receptionists", Who.RECEPTIONIST);
    private final String mailId = firstMail();
    private int booked;
    private String latestOffer = UUID.randomUUID().toString();

    StaffedClinic() {
        add("admins", Who.CLINIC_ADMIN);
        people.put(Who.ADMINISTRATOR, new Person(TestServer.administrator()));
        for (Who staff : List.of(Who.CLINIC_ADMIN, Who.DOCTOR, Who.RECEPTIONIST)) {
            people.put(staff, new Person(People.acceptInvitation(email(staff))));
        }
        people.put(Who.PATIENT, new Person(People.signInByLink(email(Who.PATIENT))));
    }

    Person person(Who who) {
        return Objects.requireNonNull(people.get(who));
    }

    /** The accounts of its people. */
    List<UUID> accounts() {
        return people.values().stream().map(person -> person.accountId).toList();
    }

    private String add(String what, Who who) {
        return administrator
                .post(clinic.path(what), Map.of("name", who + " " + unique, "email", email(who)))
                .id();
    }

    String email(Who who) {
        return who.name().toLowerCase(Locale.ROOT) + "-" + unique + "@example.com";
    }

    /** So far away that it closes nothing. */
    private String holiday() {
        return administrator
                .post(
                        clinic.path("holidays"),
                        Map.of("name", "Far", "firstDate", "2099-01-01", "lastDate", "2099-01-01"))
                .id();
    }

    private String oneMoreReceptionist() {
        return oneMoreReceptionist("receptionist-" + UUID.randomUUID() + "@example.com");
    }

    private String oneMoreReceptionist(String address) {
        return administrator
                .post(clinic.path("receptionists"), Map.of("name", "One more", "email", address))
                .id();
    }

    /** Whose tokens may go. */
    private UUID oneMoreAccount() {
        String address = "receptionist-" + UUID.randomUUID() + "@example.com";
        oneMoreReceptionist(address);
        return TestServer.bean(Accounts.class)
                .findByEmail(address)
                .orElseThrow()
                .id();
    }

    private static Api byToken(Api browser) {
        return browser.withToken(
                browser.post("/api/v1/api-tokens", Map.of("name", "tests")).text("token"));
    }

    private String oneMorePatient() {
        return administrator
                .post(clinic.path("patients"), Map.of("name", "One more", "phone", "1"))
                .id();
    }

    private String oneMoreImport() {
        return administrator
                .post(clinic.path("patients/imports"), Map.of("file", "TmFtZSxQaG9uZQpCLDIK"))
                .id();
    }

    private String oneMoreTextOfAPage() {
        int seen = versionOfAPage();
        administrator.put(
                clinic.path("marketplace/pages/terms"),
                Map.of(
                        "version",
                        seen,
                        "words",
                        Map.of("title", "T", "lead", "L", "sections", List.of(Map.of("heading", "H", "text", "T")))));
        return String.valueOf(seen + 1);
    }

    private int versionOfAPage() {
        return administrator
                .get(clinic.path("marketplace/pages/terms"))
                .json()
                .path("summary")
                .path("version")
                .asInt();
    }

    /** With a file. */
    private String oneMoreScan() {
        String scans = clinic.path("marketplace/scans");
        String scan = administrator
                .post(
                        scans,
                        Map.of(
                                "subject", "RELEASE",
                                "kind", "STATIC",
                                "tool", "T",
                                "toolVersion", "1",
                                "target", "it",
                                "ranOn", "2026-01-15",
                                "critical", 0,
                                "high", 0,
                                "medium", 0,
                                "low", 0))
                .id();
        administrator.put(scans + "/" + scan + "/file", Map.of("name", "report.txt", "file", "aGVsbG8="));
        return scan;
    }

    private String firstMail() {
        for (var mail : administrator.get("/api/v1/mails").json().path("items")) {
            if (mail.path("to").asString("").equals(email(Who.RECEPTIONIST))) {
                return mail.path("id").asString();
            }
        }
        throw new AssertionError("No mail");
    }

    /** An account of a role: signed in as a browser is, as a machine that acts for it, and with tokens that are no good any more. */
    final class Person {
        final UUID accountId;
        final Api browser;
        final String token;
        final Api api;
        final Api expired;
        final Api revoked;

        Person(Api browser) {
            this.browser = browser;
            accountId = UUID.fromString(browser.get("/api/v1/session").text("id"));
            token = tokens.create(accountId, "of " + unique, null, A_DAY).token();
            api = browser.withToken(token);
            expired = withExpiredToken();
            revoked = withRevokedToken();
        }

        private Api withExpiredToken() {
            ApiTokens.Minted good = tokens.create(accountId, "expired", null, A_DAY);
            jdbc.sql("update api_token set expires_at = ? where id = ?")
                    .params(OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1), good.id())
                    .update();
            return browser.withToken(good.token());
        }

        private Api withRevokedToken() {
            ApiTokens.Minted good = tokens.create(accountId, "revoked", null, A_DAY);
            tokens.revoke(accountId, good.id());
            return browser.withToken(good.token());
        }
    }

    /** What is a person's own: of doctor and patient, their appointment and each other. Always the same. */
    Things own(Who who) {
        return lasting(fresh(who));
    }

    /** What is neither the doctor's nor the patient's, nor of an account that signs in. Always the same. */
    Things someoneElses() {
        UUID patientsAccount = TestServer.bean(Accounts.class)
                .findByEmail(administrator
                        .get(clinic.path("patients/" + clinic.patientId))
                        .text("email"))
                .orElseThrow()
                .id();
        return lasting(things(clinic.doctorId, clinic.patientId, patientsAccount));
    }

    /** As {@link #own}, but with a new appointment, token and link each time, for calls that use them up. */
    Things fresh(Who who) {
        return things(doctorId, patientId, person(who == Who.NOBODY ? Who.PATIENT : who).accountId);
    }

    private Things things(String doctor, String patient, UUID account) {
        Map<String, Supplier<String>> words = new HashMap<>();
        words.put("clinicId", () -> clinic.id);
        words.put("serviceId", () -> serviceId);
        words.put("mailId", () -> mailId);
        words.put("doctorId", () -> doctor);
        words.put("patientId", () -> patient);
        words.put("otherPatientId", this::oneMorePatient);
        words.put("importId", this::oneMoreImport);
        words.put("staffId", this::oneMoreReceptionist);
        words.put("holidayId", this::holiday);
        words.put("appointments/id", () -> book(doctor, patient));
        words.put("link-alarms/id", () -> book(doctor, patient));
        words.put("holds/id", () -> hold(account));
        words.put("waiting-list/id", () -> waitFor(doctor, patient));
        words.put("offers/offerId", () -> latestOffer);
        words.put("visits/token", () -> visitToken(book(doctor, patient)));
        words.put(
                "api-tokens/id",
                () -> tokens.create(account, "one more", null, A_DAY).id().toString());
        words.put("passkeys/id", () -> passkey(account));
        words.put("possible/id", () -> UUID.randomUUID().toString());
        words.put("guide/kind", () -> "GENERAL");
        words.put("steps/step", () -> "scopes");
        words.put("tasks/task", () -> "added");
        words.put("texts/id", () -> "long");
        words.put("invitations/token", this::invitation);
        words.put("sign-in-links/token", () -> oneTimeLink("SIGN_IN", receptionist()));
        words.put("password-resets/token", () -> oneTimeLink("PASSWORD_RESET", oneMoreAccount()));
        words.put("address-changes/token", this::addressLink);
        words.put("sessions/id", () -> openSession(account));
        words.put("documents/document", () -> "ssdlc-policy.pdf");
        words.put("pictures/picture", () -> "icon.png");
        words.put("pages/page", () -> "terms");
        words.put("versions/number", this::oneMoreTextOfAPage);
        words.put("pageVersion", () -> String.valueOf(versionOfAPage()));
        words.put("scanId", this::oneMoreScan);
        words.put("start", this::nextStart);
        words.put("day", () -> nextStart().substring(0, 10));
        words.put("unique", () -> UUID.randomUUID().toString().substring(0, 8));
        words.put("email", () -> email(Who.RECEPTIONIST));
        words.put("password", () -> People.PASSWORD);
        return new Things(words);
    }

    /** Made once, and the appointment's visit link opened: whoever looks at it later changes nothing. */
    private Things lasting(Things things) {
        Map<String, Supplier<String>> words = new HashMap<>();
        things.words().forEach((word, value) -> {
            String once = value.get();
            words.put(word, () -> once);
        });
        Things lasting = new Things(words);
        visitToken(lasting.word("appointments/id"));
        return lasting;
    }

    private String book(String doctor, String patient) {
        return administrator
                .post(
                        clinic.path("appointments"),
                        Map.of("doctorId", doctor, "serviceId", serviceId, "patientId", patient, "start", nextStart()))
                .id();
    }

    private String hold(UUID account) {
        UUID hold = UUID.randomUUID();
        TransactionTemplate transactions = TestServer.bean(TransactionTemplate.class);
        CurrentClinic.in(
                id,
                () -> transactions.execute(_ -> jdbc.sql("""
                        insert into slot_hold (clinic_id, id, account_id, doctor_id, service_id, starts_at, expires_at)
                        values (?, ?, ?, ?, ?, now(), now() + interval '10 minutes')""")
                        .params(id, hold, account, UUID.fromString(doctorId), UUID.fromString(serviceId))
                        .update()));
        return hold.toString();
    }

    /** With an offer, which goes by {@link #latestOffer}. */
    private String waitFor(String doctor, String patient) {
        String start = nextStart();
        String day = start.substring(0, 10);
        String entry = administrator
                .post(
                        clinic.path("waiting-list"),
                        Map.of(
                                "patientId",
                                patient,
                                "serviceId",
                                serviceId,
                                "doctorId",
                                doctor,
                                "firstDate",
                                day,
                                "lastDate",
                                day))
                .id();
        UUID freed = UUID.randomUUID();
        UUID offer = UUID.randomUUID();
        TransactionTemplate transactions = TestServer.bean(TransactionTemplate.class);
        CurrentClinic.in(
                id,
                () -> transactions.execute(_ -> jdbc.sql("""
                        with freed as (
                          insert into freed_time (clinic_id, id, doctor_id, starts_at, ends_at)
                          values (:clinic, :freed, :doctor, :start, :start + interval '30 minutes'))
                        insert into waiting_offer
                          (clinic_id, id, entry_id, freed_time_id, doctor_id, starts_at, reply, made_at, alone_until)
                        values (:clinic, :offer, :entry, :freed, :doctor, :start, 'OPEN', now(), now() + interval '1 day')""")
                        .param("clinic", id)
                        .param("freed", freed)
                        .param("offer", offer)
                        .param("entry", UUID.fromString(entry))
                        .param("doctor", UUID.fromString(doctor))
                        .param("start", OffsetDateTime.parse(start))
                        .update()));
        latestOffer = offer.toString();
        return entry;
    }

    private String nextStart() {
        booked++;
        return clinic.start(2 + booked / 20, booked % 20);
    }

    private String visitToken(String appointmentId) {
        String url = administrator
                .get(clinic.path("appointments/" + appointmentId + "/visit-link"))
                .text("url");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private String invitation() {
        String token = Secret.token();
        jdbc.sql("""
                        insert into invitation (token_hash, account_id, clinic_id, role, subject_id, expires_at)
                        values (?, ?, ?, 'RECEPTIONIST', ?, ?)""")
                .params(
                        Secret.hash(token),
                        person(Who.RECEPTIONIST).accountId,
                        id,
                        UUID.fromString(receptionistId),
                        OffsetDateTime.now(ZoneOffset.UTC).plusDays(1))
                .update();
        return token;
    }

    private String passkey(UUID account) {
        UUID passkey = UUID.randomUUID();
        jdbc.sql("""
                        insert into passkey (id, account_id, credential_id, credential, sign_count, backup_eligible, backed_up,
                                             transports, name, created_at)
                        values (:id, :account, uuid_send(:id), '', 0, false, false, '{}', 'one more', now())""").param("id", passkey).param("account", account).update();
        return passkey.toString();
    }

    private static String openSession(UUID account) {
        return save(TestServer.bean(JdbcIndexedSessionRepository.class), account);
    }

    private static <S extends Session> String save(FindByIndexNameSessionRepository<S> sessions, UUID account) {
        S session = sessions.createSession();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.toString());
        session.setAttribute(Sessions.OPENED_AT, Instant.now());
        sessions.save(session);
        return TestServer.bean(Sessions.class).of(account, session.getId()).stream()
                .filter(Sessions.OpenSession::current)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String addressLink() {
        jdbc.sql("""
                        insert into address_change (account_id, email, expires_at) values (?, ?, ?)
                        on conflict (account_id) do update set expires_at = excluded.expires_at""")
                .params(
                        person(Who.RECEPTIONIST).accountId,
                        "another-" + unique + "@example.com",
                        OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(10))
                .update();
        return oneTimeLink("OLD_ADDRESS", receptionist());
    }

    private UUID receptionist() {
        return person(Who.RECEPTIONIST).accountId;
    }

    private String oneTimeLink(String kind, UUID account) {
        String token = Secret.token();
        jdbc.sql("insert into mailed_link (token_hash, kind, account_id, expires_at) values (?, ?, ?, ?)")
                .params(
                        Secret.hash(token),
                        kind,
                        account,
                        OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(10))
                .update();
        return token;
    }

    /** What a request is filled in with, by its name in braces; where a route's variable says little, with the word before it. */
    record Things(Map<String, Supplier<String>> words) {

        private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");
        private static final Pattern VARIABLE = Pattern.compile("([\\w-]+)/\\{(\\w+)}");

        String word(String name) {
            Supplier<String> word = words.get(name);
            if (word == null) {
                throw new AssertionError("StaffedClinic does not know what {" + name + "} is");
            }
            return word.get();
        }

        String fill(String text) {
            return WORD.matcher(text).replaceAll(it -> Matcher.quoteReplacement(word(it.group(1))));
        }

        /** A route with its variables filled in. */
        String path(String route) {
            return VARIABLE.matcher(route).replaceAll(it -> {
                String known = it.group(1) + "/" + it.group(2);
                return Matcher.quoteReplacement(
                        it.group(1) + "/" + word(words.containsKey(known) ? known : it.group(2)));
            });
        }

        /** These things in the clinic of others. */
        Things movedTo(Things others) {
            Map<String, Supplier<String>> moved = new HashMap<>(words);
            moved.put("clinicId", () -> others.word("clinicId"));
            return new Things(moved);
        }

        /** The ids by which an answer would give these things away. */
        List<String> traces() {
            return Stream.of(
                            "clinicId",
                            "serviceId",
                            "doctorId",
                            "patientId",
                            "appointments/id",
                            "api-tokens/id",
                            "passkeys/id")
                    .map(this::word)
                    .toList();
        }
    }
}
