package org.housecall.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.housecall.Api;
import org.housecall.Eventually;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriUtils;

/** What a visit link opens, for someone who has nothing else. */
@ExtendWith(OutputCaptureExtension.class)
class VisitTests {

    private final VideoClinic video = new VideoClinic();
    private final Api patient = TestServer.nobody();

    @Test
    void showsTheVisitAndNothingOfThePatient() {
        String appointment = video.bookReady(video.clinic.start(1, 0));

        Api.Answer visit = patient.get(VideoClinic.visit(video.link(appointment)));

        assertThat(visit.status()).isEqualTo(200);
        assertThat(visit.text("clinicName")).startsWith("Clinic ");
        assertThat(visit.text("doctorName")).isEqualTo("Doctor");
        assertThat(visit.text("serviceName")).isEqualTo("Short talk");
        assertThat(visit.text("mode")).isEqualTo("VIDEO");
        assertThat(visit.text("start")).isEqualTo(video.clinic.start(1, 0));
        assertThat(visit.text("end")).isEqualTo(video.clinic.start(1, 0).replace("12:00", "12:05"));
        assertThat(visit.text("timeZone")).isEqualTo("UTC");
        assertThat(visit.text("status")).isEqualTo("BOOKED");
        assertThat(visit.json().path("meeting").path("status").asString()).isEqualTo("READY");
        assertThat(visit.text("joinOpensAt")).isEqualTo(video.clinic.start(1, 0).replace("12:00", "11:45"));
        assertThat(visit.text("joinClosesAt"))
                .isEqualTo(video.clinic.start(1, 0).replace("12:00", "12:35"));
        assertThat(visit.json().path("joinable").asBoolean()).isFalse();
        assertThat(visit.text("now")).isNotEmpty();
        String zoomMeetingId = video.administrator.get(appointment + "/meeting").text("zoomMeetingId");
        assertThat(visit.response().body()).doesNotContain("Patient ", "@example.com", zoomMeetingId, "http");
        assertThat(cacheControl(visit)).contains("no-store");
    }

    @Test
    void letsIntoTheMeetingInsideTheJoinWindow() {
        String appointment = video.bookReady(VideoClinic.inAMoment());
        String visit = VideoClinic.visit(video.link(appointment));
        assertThat(patient.get(visit).json().path("joinable").asBoolean()).isTrue();

        Api.Answer joined = patient.post(visit + "/join", null);

        assertThat(joined.status()).as(joined.toString()).isEqualTo(200);
        assertThat(joined.text("joinUrl"))
                .isNotEmpty()
                .isEqualTo(video.administrator.get(appointment + "/meeting").text("joinUrl"));
        assertThat(cacheControl(joined)).contains("no-store");
        assertThat(video.audited("VISIT_JOINED", appointment)).isEqualTo(1);
    }

    @Test
    void changesNothingByLooking() {
        String appointment = video.bookReady(VideoClinic.inAMoment());
        String visit = VideoClinic.visit(video.link(appointment));

        patient.get(visit);
        Api.Answer join = patient.get(visit + "/join");

        assertThat(join.status()).isEqualTo(405);
        assertThat(video.audited("VISIT_JOINED", appointment)).isZero();
    }

    @Test
    void saysWhyThereIsNoWayIn() {
        String tomorrow = video.bookReady(video.clinic.start(1, 0));
        assertThat(refusal(tomorrow)).isEqualTo("visit-too-early");
        assertThat(video.audited("VISIT_JOINED", tomorrow)).isZero();

        video.administrator.post(tomorrow + "/cancel", Map.of());
        assertThat(refusal(tomorrow)).isEqualTo("visit-over");
        Api.Answer cancelled = patient.get(VideoClinic.visit(video.link(tomorrow)));
        assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
        assertThat(cancelled.json().path("joinable").asBoolean()).isFalse();

        String past = video.bookReady(VideoClinic.inAMoment());
        video.letEnd(past);
        assertThat(refusal(past)).isEqualTo("visit-over");
    }

    @Test
    void saysThatTheMeetingIsNotReadyOrThatThereIsNone() {
        String waiting = video.book(video.unconnectedDoctorId, VideoClinic.inAMoment());
        assertThat(refusal(waiting)).isEqualTo("meeting-not-ready");

        String service = video.clinic.addService("IN_PERSON", video.clinic.doctorId);
        Map<String, String> booking = new HashMap<>(video.clinic.booking(video.clinic.start(2, 0)));
        booking.put("serviceId", service);
        String inPerson = video.book(booking);
        assertThat(refusal(inPerson)).isEqualTo("visit-in-person");
        assertThat(patient.get(VideoClinic.visit(video.link(inPerson))).json().has("meeting"))
                .isFalse();
    }

    @Test
    void answersUnknownRevokedAndMalformedTokensAlike() {
        String appointment = video.book(video.clinic.start(1, 0));
        String revoked = VideoClinic.visit(video.link(appointment));
        VideoClinic.ok(video.administrator.delete(appointment + "/visit-link"));

        for (String path : List.of("", "/join", "/events")) {
            Api.Answer first = open(revoked + path);
            assertThat(first.status()).isEqualTo(404);
            assertThat(first.text("code")).isEqualTo("visit-link-unknown");
            assertThat(first.text("detail")).contains("Ask the clinic for a new link");
            for (String token : List.of("A".repeat(43), "x", "a token", "ü")) {
                Api.Answer other = open("/api/v1/visits/" + UriUtils.encode(token, StandardCharsets.UTF_8) + path);
                assertThat(other.status()).isEqualTo(404);
                assertThat(other.response().body()).isEqualTo(first.response().body());
            }
        }
    }

    @Test
    void setsNoCookieAndMakesNoSession() {
        String appointment = video.bookReady(VideoClinic.inAMoment());
        String visit = VideoClinic.visit(video.link(appointment));
        String page = visit.replace("/api/v1/visits/", "/visit/");
        long sessions = sessions();

        for (Api.Answer answer : List.of(
                patient.get(visit), patient.post(visit + "/join", null), patient.get(visit + "x"), patient.get(page))) {
            assertThat(answer.response().headers().allValues("set-cookie")).isEmpty();
            assertThat(answer.response().headers().firstValue("referrer-policy"))
                    .contains("no-referrer");
            assertThat(answer.response().headers().firstValue("content-security-policy"))
                    .isPresent();
        }

        assertThat(sessions()).isEqualTo(sessions);
    }

    @Test
    void keepsTheTokenOutOfLogsAndProblems(CapturedOutput output) {
        String visit = VideoClinic.visit(video.link(video.book(video.clinic.start(1, 0))));
        String token = visit.substring(visit.lastIndexOf('/') + 1);

        for (Api.Answer answer : List.of(
                patient.get(visit + "/nothing-here"),
                patient.put(visit, Map.of()),
                patient.post(visit + "/join", null),
                patient.post("/visit/" + token, null))) {
            assertThat(answer.status()).isGreaterThanOrEqualTo(400);
            assertThat(answer.response().body()).doesNotContain(token);
        }

        assertThat(output.getAll()).doesNotContain(token);
    }

    @Test
    void survivesRescheduleAndChangeOfDoctor() {
        String appointment = video.bookReady(video.clinic.start(3, 0));
        String link = video.link(appointment);
        String zoomMeetingId = video.administrator.get(appointment + "/meeting").text("zoomMeetingId");

        VideoClinic.ok(video.administrator.patch(
                appointment, Map.of("start", VideoClinic.inAMoment(), "doctorId", video.otherDoctorId)));
        Eventually.assertThatSoon(() -> {
                    Api.Answer meeting = video.administrator.get(appointment + "/meeting");
                    return meeting.text("status").equals("READY")
                            && !meeting.text("zoomMeetingId").equals(zoomMeetingId);
                })
                .isEqualTo(true);

        assertThat(video.link(appointment)).isEqualTo(link);
        Api.Answer joined = patient.post(VideoClinic.visit(link) + "/join", null);
        assertThat(joined.text("joinUrl"))
                .isNotEmpty()
                .isEqualTo(video.administrator.get(appointment + "/meeting").text("joinUrl"));
    }

    @Test
    void letsThePatientSignedInJoinByTheSameRules() {
        VideoClinic.SignedInPatient concerned = video.patient("concerned");
        String tomorrow = video.book(video.booking(video.clinic.doctorId, concerned.id(), video.clinic.start(1, 0)));
        String now = video.book(video.booking(video.clinic.doctorId, concerned.id(), VideoClinic.inAMoment()));
        video.awaitReady(tomorrow);
        video.awaitReady(now);

        Api.Answer early = concerned.api().get(tomorrow + "/meeting");
        assertThat(early.text("status")).isEqualTo("READY");
        assertThat(early.json().has("joinUrl")).isFalse();
        assertThat(early.json().has("passcode")).isFalse();
        assertThat(concerned.api().get(now + "/meeting").text("joinUrl"))
                .isNotEmpty()
                .isEqualTo(video.administrator.get(now + "/meeting").text("joinUrl"));

        video.letNobodyShow(now);
        Api.Answer over = concerned.api().get(now + "/meeting");
        assertThat(over.text("status")).isEqualTo("READY");
        assertThat(over.json().has("joinUrl")).isFalse();
        assertThat(video.administrator.get(now + "/meeting").json().has("joinUrl"))
                .isTrue();
    }

    private String refusal(String appointment) {
        String visit = VideoClinic.visit(
                video.administrator.get(appointment + "/visit-link").text("url"));
        Api.Answer answer = patient.post(visit + "/join", null);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.response().body()).doesNotContain("http");
        return answer.text("code");
    }

    private Api.Answer open(String path) {
        return path.endsWith("/join") ? patient.post(path, null) : patient.get(path);
    }

    private static String cacheControl(Api.Answer answer) {
        return answer.response().headers().firstValue("cache-control").orElse("");
    }

    private static long sessions() {
        return TestServer.bean(JdbcClient.class)
                .sql("select count(*) from spring_session")
                .query(Long.class)
                .single();
    }
}
