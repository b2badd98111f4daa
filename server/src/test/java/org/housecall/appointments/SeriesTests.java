package org.housecall.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.housecall.Api;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.housecall.availability.DoctorTime;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.platform.CurrentClinic;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class SeriesTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator(), "Europe/Berlin");
    private final Api desk = clinic.administrator;

    @Test
    void keepsTheTimeOnTheClinicsWallThroughAClockChange() {
        Instant change = BERLIN.getRules()
                .nextTransition(Instant.now().plus(10, ChronoUnit.DAYS))
                .getInstant();
        LocalDate before = change.atZone(BERLIN).toLocalDate().minusDays(3);
        String first = book(before, "09:00");

        List<JsonNode> planned = plan(first, Map.of("everyWeeks", 1, "count", 3));

        assertThat(planned)
                .extracting(it -> Instant.parse(it.path("start").asString()).atZone(BERLIN))
                .allSatisfy(start -> assertThat(start.toLocalTime()).isEqualTo(LocalTime.of(9, 0)))
                .extracting(start -> start.toLocalDate())
                .containsExactly(before.plusWeeks(1), before.plusWeeks(2));
        Duration week = Duration.between(
                at(before, "09:00"),
                Instant.parse(planned.getFirst().path("start").asString()));
        assertThat(week).isNotEqualTo(Duration.ofDays(7));
    }

    @Test
    void repeatsUntilADateThatIsIncluded() {
        LocalDate day = LocalDate.now(BERLIN).plusDays(5);
        String first = book(day, "09:00");

        assertThat(plan(first, Map.of("everyWeeks", 2, "until", day.plusWeeks(6).toString())))
                .hasSize(3);
        assertThat(desk.post(series(first, "repetition/plan"), Map.of("everyWeeks", 2))
                        .status())
                .as("without an end")
                .isEqualTo(422);
    }

    @Test
    void listsWhatStandsInTheWayWithFreeTimesOfTheSameDayAndBooksAllOrNothing() {
        LocalDate day = LocalDate.now(BERLIN).plusDays(5);
        String first = book(day, "09:00");
        book(day.plusWeeks(1), "09:00");

        List<JsonNode> planned = plan(first, Map.of("everyWeeks", 1, "count", 4));

        assertThat(planned).extracting(it -> it.path("obstacle").asString("")).containsExactly("TAKEN", "", "");
        JsonNode taken = planned.getFirst();
        assertThat(taken.path("alternatives").size()).isEqualTo(3);
        assertThat(taken.path("alternatives").path(0).path("start").asString())
                .isEqualTo(at(day.plusWeeks(1), "08:00").toString());

        List<String> starts = starts(planned);
        Api.Answer refused = repeat(first, starts);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("nextFree").path(0).path("start").asString())
                .isEqualTo(at(day.plusWeeks(1), "09:30").toString());
        assertThat(booked()).as("nothing of it").hasSize(2);

        starts.set(0, at(day.plusWeeks(1), "09:30").toString());
        Api.Answer repeated = repeat(first, starts);
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(booked()).hasSize(5);
        String series = desk.get(clinic.path("appointments/" + first)).text("seriesId");
        assertThat(series).isNotEmpty();
        assertThat(booked().stream()
                        .filter(it -> it.path("seriesId").asString("").equals(series)))
                .hasSize(4);
    }

    @Test
    void movesOneAlone() {
        LocalDate day = LocalDate.now(BERLIN).plusDays(5);
        List<String> ids = seriesOf(day, 3);

        desk.patch(
                clinic.path("appointments/" + ids.get(1)),
                Map.of("start", at(day.plusWeeks(1), "11:00").toString()));

        assertThat(startsNow()).contains(at(day, "09:00"), at(day.plusWeeks(2), "09:00"));
    }

    /** Each onto the date of the next: only the order in which they move makes room. */
    @Test
    void movesTheFollowingByAsMuchAsTheFirst() {
        LocalDate day = LocalDate.now(BERLIN).plusDays(5);
        List<String> ids = seriesOf(day, 4);

        Map<String, String> change =
                Map.of("start", at(day.plusWeeks(2), "09:00").toString());
        JsonNode planned =
                desk.post(series(ids.get(1), "following/plan"), change).json().path("items");
        assertThat(planned.size()).isEqualTo(3);
        Api.Answer moved = desk.patch(series(ids.get(1), "following"), change);

        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(startsNow())
                .containsExactly(
                        at(day, "09:00"),
                        at(day.plusWeeks(2), "09:00"),
                        at(day.plusWeeks(3), "09:00"),
                        at(day.plusWeeks(4), "09:00"));
        assertThat(desk.patch(
                                series(ids.get(1), "following"),
                                Map.of("start", at(day.plusWeeks(1), "10:00").toString()))
                        .status())
                .isEqualTo(200);
        assertThat(startsNow())
                .contains(at(day.plusWeeks(1), "10:00"), at(day.plusWeeks(2), "10:00"), at(day.plusWeeks(3), "10:00"));
    }

    @Test
    void movesNoneWhereOneFindsItsTimeTaken() {
        LocalDate day = LocalDate.now(BERLIN).plusDays(5);
        List<String> ids = seriesOf(day, 3);
        book(day.plusWeeks(2), "11:00");

        Map<String, String> change = Map.of("start", at(day, "11:00").toString());
        JsonNode planned = desk.post(series(ids.getFirst(), "following/plan"), change)
                .json()
                .path("items");
        assertThat(planned.path(2).path("obstacle").asString()).isEqualTo("TAKEN");

        assertThat(desk.patch(series(ids.getFirst(), "following"), change).status())
                .isEqualTo(409);
        assertThat(startsNow())
                .contains(at(day, "09:00"), at(day.plusWeeks(1), "09:00"), at(day.plusWeeks(2), "09:00"));
    }

    @Test
    void cancelsTheFollowingAndLeavesThoseBefore() {
        LocalDate day = LocalDate.now(BERLIN).plusDays(5);
        List<String> ids = seriesOf(day, 3);

        assertThat(desk.post(series(ids.get(1), "following/cancel"), Map.of("reason", "well again"))
                        .status())
                .isEqualTo(200);

        assertThat(ids)
                .extracting(id -> desk.get(clinic.path("appointments/" + id)).text("status"))
                .containsExactly("BOOKED", "CANCELLED", "CANCELLED");
    }

    /** Whoever else holds one doctor's time and waits for the other's, as to give a visit away, gets it. */
    @Test
    void cancelsVisitsOfSeveralDoctorsWithoutStandingInTheWayOfWhoLocksBoth() throws Exception {
        String other = clinic.addDoctor("other-" + clinic.id + "@example.com");
        String service = clinic.addService("VIDEO", clinic.doctorId, other);
        List<String> ids = seriesOf(LocalDate.now(BERLIN).plusDays(5), 2);
        UUID one = accountOf(clinic.doctorId);
        UUID second = accountOf(other);
        String givenAway = one.compareTo(second) < 0 ? ids.getFirst() : ids.getLast();
        assertThat(desk.patch(clinic.path("appointments/" + givenAway), Map.of("doctorId", other, "serviceId", service))
                        .status())
                .isEqualTo(200);
        UUID earlier = one.compareTo(second) < 0 ? one : second;
        UUID later = earlier.equals(one) ? second : one;

        Api.Answer cancelled =
                betweenLocks(earlier, later, () -> desk.post(series(ids.getFirst(), "following/cancel"), Map.of()));

        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
    }

    @Test
    void givesVisitsOfSeveralDoctorsAwayWithoutStandingInTheWayOfWhoLocksTwo() throws Exception {
        List<String> doctors = Stream.of(
                        clinic.doctorId,
                        clinic.addDoctor("second-" + clinic.id + "@example.com"),
                        clinic.addDoctor("third-" + clinic.id + "@example.com"))
                .sorted(Comparator.comparing(this::accountOf))
                .toList();
        String service = clinic.addService("VIDEO", doctors.toArray(String[]::new));
        List<String> ids = seriesOf(LocalDate.now(BERLIN).plusDays(5), 2);
        for (int i = 0;
                i < ids.size();
                i++) { // the last visit is changed first: so the first doctor's time is wanted last
            desk.patch(
                    clinic.path("appointments/" + ids.get(i)),
                    Map.of("doctorId", doctors.get(i), "serviceId", service));
        }

        Api.Answer given = betweenLocks(
                accountOf(doctors.get(0)),
                accountOf(doctors.get(1)),
                () -> desk.patch(series(ids.getFirst(), "following"), Map.of("doctorId", doctors.get(2))));

        assertThat(given.status()).as(given.toString()).isEqualTo(200);
        assertThat(ids)
                .extracting(id -> desk.get(clinic.path("appointments/" + id)).text("doctorId"))
                .containsOnly(doctors.get(2));
    }

    /** Does something while somebody holds one doctor's time, who then wants another's, too. */
    private static Api.Answer betweenLocks(UUID first, UUID second, Callable<Api.Answer> work) throws Exception {
        DoctorTime doctorTime = TestServer.bean(DoctorTime.class);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Api.Answer> working = Objects.requireNonNull(TestServer.bean(TransactionTemplate.class)
                    .execute(_ -> {
                        doctorTime.lock(first);
                        Future<Api.Answer> begun = threads.submit(work);
                        assertThatSoon(() -> waitingFor(first)).isEqualTo(1L);
                        doctorTime.lock(second);
                        return begun;
                    }));
            return working.get();
        }
    }

    private UUID accountOf(String doctorId) {
        return CurrentClinic.in(
                UUID.fromString(clinic.id),
                () -> TestServer.bean(Doctors.class)
                        .find(UUID.fromString(doctorId))
                        .map(Doctor::accountId)
                        .orElseThrow());
    }

    private static long waitingFor(UUID accountId) {
        return TestServer.bean(JdbcClient.class)
                .sql("""
                        select count(*) from pg_locks where not granted and locktype = 'advisory'
                          and ((classid::bigint << 32) | objid::bigint) = hashtextextended(?, 0)""")
                .param(accountId.toString())
                .query(Long.class)
                .single();
    }

    private List<String> seriesOf(LocalDate day, int count) {
        String first = book(day, "09:00");
        Api.Answer repeated = repeat(first, starts(plan(first, Map.of("everyWeeks", 1, "count", count))));
        assertThat(repeated.status()).as(repeated.toString()).isEqualTo(201);
        List<String> ids = new ArrayList<>(List.of(first));
        repeated.json().path("items").forEach(it -> ids.add(it.path("id").asString()));
        return ids;
    }

    private Api.Answer repeat(String first, List<String> starts) {
        return desk.post(series(first, "repetition"), Map.of("everyWeeks", 1, "starts", starts));
    }

    private List<JsonNode> plan(String first, Map<String, Object> rule) {
        Api.Answer planned = desk.post(series(first, "repetition/plan"), rule);
        assertThat(planned.status()).as(planned.toString()).isEqualTo(200);
        return planned.json().path("items").valueStream().toList();
    }

    private static List<String> starts(List<JsonNode> planned) {
        return new ArrayList<>(
                planned.stream().map(it -> it.path("start").asString()).toList());
    }

    private List<JsonNode> booked() {
        return desk.get(clinic.path("appointments"))
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<Instant> startsNow() {
        return booked().stream()
                .map(it -> Instant.parse(it.path("start").asString()))
                .toList();
    }

    private String book(LocalDate day, String time) {
        return clinic.book(at(day, time).toString()).id();
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(BERLIN).toInstant();
    }

    private String series(String id, String rest) {
        return clinic.path("appointments/" + id + "/" + rest);
    }
}
