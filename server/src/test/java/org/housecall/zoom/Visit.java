package org.housecall.zoom;

import static org.housecall.Eventually.assertThatSoon;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.TestServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A booked video visit, as the front desk of its clinic sees it. */
final class Visit {

    private final ZoomClinic zoom;
    final String path;

    private Visit(ZoomClinic zoom, String path) {
        this.zoom = zoom;
        this.path = path;
    }

    /** Books a visit with the clinic's doctor at noon in so many days. */
    static Visit book(ZoomClinic zoom, int days) {
        return book(zoom, days, zoom.clinic.addService("VIDEO", zoom.doctorId), zoom.clinic.patientId);
    }

    static Visit book(ZoomClinic zoom, int days, String serviceId, String patientId) {
        Api.Answer booked = zoom.administrator.post(
                zoom.clinic.path("appointments"),
                Map.of(
                        "doctorId",
                        zoom.doctorId,
                        "serviceId",
                        serviceId,
                        "patientId",
                        patientId,
                        "start",
                        zoom.clinic.start(days, 0)));
        return of(zoom, booked.id());
    }

    /** One that was booked otherwise. */
    static Visit of(ZoomClinic zoom, String id) {
        return new Visit(zoom, zoom.clinic.path("appointments/" + id));
    }

    UUID id() {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    Visit becomes(String status) {
        assertThatSoon(this::status).isEqualTo(status);
        return this;
    }

    Api.Answer meeting() {
        return zoom.administrator.get(path + "/meeting");
    }

    String status() {
        return meeting().text("status");
    }

    String appointmentStatus() {
        return zoom.administrator.get(path).text("status");
    }

    String meetingId() {
        return meeting().text("zoomMeetingId");
    }

    /** Whether there is another meeting now. */
    boolean isReadyInsteadOf(String meetingId) {
        Api.Answer meeting = meeting();
        return meeting.text("status").equals("READY")
                && !meeting.text("zoomMeetingId").equals(meetingId);
    }

    /** The problem's code, or an empty text; a problem without words fails. */
    String problem() {
        JsonNode problem = meeting().json().path("problem");
        for (String words : List.of("title", "remedy")) {
            if (problem.isObject() && problem.path(words).asString("").isBlank()) {
                throw new AssertionError(problem.toString());
            }
        }
        return problem.path("code").asString("");
    }

    /** Lets it be so long until the visit begins; a negative time has passed since. It takes half an hour. */
    Visit beginsIn(Duration time) {
        OffsetDateTime start = OffsetDateTime.now(ZoneOffset.UTC).plus(time);
        zoom.inClinic(() -> TestServer.bean(TransactionTemplate.class)
                .execute(_ -> TestServer.bean(JdbcClient.class)
                        .sql("update appointment set starts_at = ?, ends_at = ? where id = ?")
                        .params(start, start.plusMinutes(30), id())
                        .update()));
        return this;
    }

    JsonNode possibleOrphans() {
        return meeting().json().path("possibleOrphans");
    }

    void move(int days) {
        ZoomClinic.ok(zoom.administrator.patch(path, Map.of("start", zoom.clinic.start(days, 0))));
    }

    void giveTo(String doctorId) {
        ZoomClinic.ok(zoom.administrator.patch(path, Map.of("doctorId", doctorId)));
    }

    void cancel() {
        ZoomClinic.ok(zoom.administrator.post(path + "/cancel", Map.of("reason", "not needed")));
    }

    void retry() {
        ZoomClinic.ok(zoom.administrator.post(path + "/meeting/retry", null));
    }

    JsonNode atZoom() {
        return Sandbox.get("meetings/" + meetingId());
    }
}
