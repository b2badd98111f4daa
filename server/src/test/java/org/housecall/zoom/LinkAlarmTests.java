package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.housecall.jobs.RecurringJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Visits that begin soon without a working link: somebody knows in time, and can do something about it. */
class LinkAlarmTests extends HandCrankedTests {

    private static final String DESK = "desk@clinic.example";

    private Host host = new Host("", "", "");

    @BeforeEach
    void nameTheDesk() {
        ok(clinic.administrator.put(
                clinic.path("profile"), Map.of("name", "Clinic", "timeZone", "UTC", "email", DESK)));
        host = hosts(1).getFirst();
    }

    @Test
    void saysSoADayAheadAndAgainWithAnHourLeftUnlessSomebodyTakesCare() {
        String visit = visitAt(clinic.start(1, 0)); // 12:00, in six hours
        visitAt(clinic.start(3, 0));
        work();
        round();
        assertThat(alarms()).isEmpty(); // a moment is left to it
        CLOCK.goTo(CLOCK.instant().plus(Duration.ofMinutes(3)));
        round();
        round();

        assertThat(alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.path("appointmentId").asString()).isEqualTo(visit);
            assertThat(alarm.path("problem").path("code").asString()).isEqualTo("NO_APP");
            assertThat(alarm.path("lastHour").asBoolean()).isFalse();
        });
        assertThat(mailsTo(DESK)).singleElement().satisfies(mail -> {
            assertThat(mail.path("subject").asString()).contains("within 24 hours");
            assertThat(mail.path("text").asString())
                    .contains("12:00 (UTC), Doctor: No Zoom app is set up", "/clinics/" + clinic.id + "/meetings")
                    .doesNotContain("Patient");
        });

        CLOCK.goTo(Instant.parse(clinic.start(1, -2)));
        round();
        round();
        assertThat(alarms().getFirst().path("lastHour").asBoolean()).isTrue();
        assertThat(mailsTo(DESK)).hasSize(2);
        assertThat(mailsTo(DESK).getFirst().path("subject").asString()).contains("within the hour");
    }

    @Test
    void isQuietOnceSomebodyTakesCareAndSaysWho() {
        String visit = visitAt(clinic.start(1, 0));
        raise();

        ok(clinic.administrator.post(clinic.path("link-alarms/" + visit + "/acknowledge"), null));
        CLOCK.goTo(Instant.parse(clinic.start(1, -1)));
        round();

        assertThat(mailsTo(DESK)).hasSize(1);
        assertThat(alarms().getFirst().path("acknowledgedBy").asString("")).isNotEmpty();
        assertThat(audited("LINK_ALARM_ACKNOWLEDGED", visit)).isEqualTo(1);
    }

    @Test
    void endsByItselfWhenTheVisitHasItsLink() {
        visitAt(clinic.start(1, 0));
        raise();
        assertThat(alarms()).hasSize(1);

        setUpZoom();
        work();
        round();

        assertThat(alarms()).isEmpty();
    }

    @Test
    void offersThoseWhoCanHostInstead() {
        setUpZoom();
        Host other = hosts("other", 1).getFirst();
        Host busy = hosts("busy", 1).getFirst();
        book(busy, clinic.start(1, 0));
        String hostedByNobody = clinic.doctorId;
        String service = clinic.addService("VIDEO", host.doctorId(), other.doctorId(), busy.doctorId(), hostedByNobody);
        CLOCK.control("PUT", "users/host0@clinic.example", "{\"hostingAllowed\":false}");
        String visit = visitAt(service, clinic.start(1, 0));
        raise();
        JsonNode offered = alarms().getFirst().path("otherHosts");
        assertThat(offered.valueStream().map(it -> it.path("doctorId").asString()))
                .containsExactly(other.doctorId());
        assertThat(alarms().getFirst().path("problem").path("code").asString()).isEqualTo("HOST_UNUSABLE");

        ok(clinic.administrator.patch(
                clinic.path("appointments/" + visit),
                Map.of("doctorId", offered.get(0).path("doctorId").asString())));
        work();
        round();

        assertThat(alarms()).isEmpty();
    }

    @Test
    void sendsThePatientWhatTheClinicDoesInstead() {
        String visit = visitAt(clinic.start(1, 0));
        raise();
        String path = clinic.path("link-alarms/" + visit + "/fallback");
        assertThat(clinic.administrator.post(path, null).text("code")).isEqualTo("no-fallback");

        ok(clinic.administrator.put(
                clinic.path("video-rules"),
                Map.of(
                        "joinOpensBeforeMinutes",
                        15,
                        "joinClosesAfterMinutes",
                        30,
                        "fallbackPhone",
                        "+44 20 7946 0000",
                        "fallbackWords",
                        "We call you otherwise.")));
        ok(clinic.administrator.post(path, null));

        assertThat(mailsTo("patient0@example.com"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.path("text").asString())
                        .contains("Call +44 20 7946 0000.", "We call you otherwise.", "/visit/"));
        assertThat(alarms().getFirst().path("fallbackSentAt").asString("")).isNotEmpty();
        assertThat(audited("FALLBACK_SENT", visit)).isEqualTo(1);
    }

    private String visitAt(String start) {
        return visitAt(host.serviceId(), start);
    }

    private String visitAt(String service, String start) {
        return clinic.administrator
                .post(
                        clinic.path("appointments"),
                        Map.of(
                                "doctorId",
                                host.doctorId(),
                                "serviceId",
                                service,
                                "patientId",
                                host.patientId(),
                                "start",
                                start))
                .id();
    }

    private void raise() {
        work();
        round();
        CLOCK.goTo(CLOCK.instant().plus(Duration.ofMinutes(3)));
        round();
    }

    private void round() {
        server.getBeansOfType(RecurringJob.class).values().stream()
                .filter(job -> job.kind().equals("raise-link-alarms"))
                .forEach(RecurringJob::run);
    }

    private List<JsonNode> alarms() {
        return clinic.administrator
                .get(clinic.path("link-alarms"))
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
