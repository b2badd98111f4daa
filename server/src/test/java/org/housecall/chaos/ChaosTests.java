package org.housecall.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Hundreds of visits booked, moved, reassigned and cancelled while Zoom loses answers, breaks connections off, refuses
 * and delays, while authorizations come and go, and while two nodes are killed again and again. Then all is well, in
 * each of the ways in which a lost meeting can be found again or not.
 */
class ChaosTests {

    @TempDir
    static Path directory;

    private static Chaos chaos;

    @BeforeAll
    static void run() throws Exception {
        chaos = new Chaos(ChaosSettings.ofThisRun(), directory);
        chaos.run();
    }

    @AfterAll
    static void stop() {
        chaos.close();
    }

    @ParameterizedTest
    @EnumSource
    void leavesOneMeetingForEachVisitAndNoneUnknown(Mode mode) {
        ChaosClinic clinic = chaos.clinicIn(mode);

        assertThat(Verdict.on(chaos.database, chaos.zoom, clinic, chaos.truthOf(clinic)))
                .isEmpty();
    }

    @Test
    void settles() {
        assertThat(chaos.database.unsettled()).isEmpty();
    }

    @Test
    void sawEveryKindOfFault() {
        assertThat(chaos.counts)
                .allSatisfy((name, count) -> assertThat(count).as(name).isPositive());
        assertThat(chaos.kills()).hasSize(chaos.settings.kills());
        assertThat(chaos.counts.get("visit booked")).isGreaterThanOrEqualTo(chaos.settings.visits());
    }

    @Test
    void hasNoRefreshTokenOnItsWayTwiceAtOnce() {
        Refreshes refreshes = new Refreshes(chaos.zoom);

        assertThat(refreshes.count()).isPositive();
        assertThat(refreshes.together()).isEmpty();
    }

    @Test
    void losesAConnectionOnlyWithReasonAndTellsItsDoctorWithinAMinute() {
        List<Refreshes.Lost> lost = lost();

        assertThat(lost).isNotEmpty();
        assertThat(new Refreshes(chaos.zoom).withoutReason(lost, chaos.trouble.takenAway(), chaos.kills()))
                .isEmpty();
        assertThat(Refreshes.untold(lost, chaos.mailbox.letters())).isEmpty();
    }

    @Test
    void letsNoSecretOutOfItsHands() throws IOException {
        SecretSearch search = new SecretSearch();
        JsonNode issued = chaos.zoom.get("secrets");
        assertThat(issued.path("dropped").asInt()).isZero();
        issued.path("secrets")
                .forEach(it ->
                        search.add(it.path("kind").asString(), it.path("value").asString()));

        assertThat(foundInLogs(search)).as("in logs").isEmpty();
        assertThat(found(search, chaos.database.dump())).as("in the database").isEmpty();
        String metrics = chaos.metrics();
        assertThat(metrics).contains("http.server.requests", "jvm.memory.used");
        assertThat(search.in(metrics)).as("in metrics").isEmpty();
        assertThat(found(search, chaos.mailbox.letters().stream().map(Mailbox.Letter::toString)))
                .as("in mails")
                .isEmpty();
    }

    private static List<String> foundInLogs(SecretSearch search) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> logs =
                    files.filter(file -> file.toString().endsWith(".log")).toList();
            assertThat(logs).hasSize(2 * (chaos.settings.kills() + 2)); // output and errors of every life
            return found(search, logs.stream().map(ChaosTests::read));
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> found(SecretSearch search, Stream<String> texts) {
        Set<String> found = new TreeSet<>();
        texts.forEach(text -> {
            for (String kind : search.in(text)) {
                found.add(kind + " in " + text.substring(0, Math.min(40, text.length())));
            }
        });
        return List.copyOf(found);
    }

    /** From the audit, where each is written down in the transaction that gives it up. */
    private static List<Refreshes.Lost> lost() {
        Map<String, ChaosClinic.Doctor> doctors = chaos.clinics.stream()
                .flatMap(clinic -> clinic.doctors.stream())
                .collect(Collectors.toMap(ChaosClinic.Doctor::id, Function.identity()));
        return chaos.database
                .jdbc
                .sql("""
                        select d.id::text as doctor, e.at, (select max(c.at) from audit_entry c
                            where c.action = 'ZOOM_CONNECTED' and c.subject = e.subject and c.at < e.at) as connected
                        from audit_entry e join doctor d on d.account_id = e.subject
                        where e.action = 'ZOOM_CONNECTION_LOST' order by e.at""")
                .query((row, number) -> new Refreshes.Lost(
                        Objects.requireNonNull(doctors.get(row.getString("doctor"))),
                        row.getTimestamp("connected").toInstant(),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
