package org.housecall.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.housecall.Api;
import org.housecall.Eventually;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.housecall.platform.CurrentClinic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A clinic whose doctors host in its own Zoom account, with a service so short that a visit can begin in a moment. */
final class VideoClinic {

    final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    final Api administrator = clinic.administrator;
    final String unique = UUID.randomUUID().toString().substring(0, 8);
    final String otherDoctorId = clinic.addDoctor("other-doctor-" + unique + "@example.com");
    final String unconnectedDoctorId = clinic.addDoctor("unconnected-doctor-" + unique + "@example.com");
    final String serviceId = administrator
            .post(
                    clinic.path("services"),
                    Map.of(
                            "name",
                            "Short talk",
                            "mode",
                            "VIDEO",
                            "durationMinutes",
                            5,
                            "doctorIds",
                            List.of(clinic.doctorId, otherDoctorId, unconnectedDoctorId)))
            .id();

    VideoClinic() {
        ok(administrator.put(
                clinic.path("zoom/app"),
                Map.of(
                        "serverToServer",
                        Map.of(
                                "accountId", "clinicAccount000000001",
                                "clientId", "sandboxServerApp000001",
                                "clientSecret", "sandboxServerApp000001Secret",
                                "webhookSecret", "sandboxServerApp000001Hook"))));
        host(clinic.doctorId, "doctorFiveUser00000001");
        host(otherDoctorId, "doctorFourUser00000001");
    }

    private void host(String doctorId, String zoomUser) {
        ok(administrator.put(clinic.path("doctors/" + doctorId + "/zoom/user"), Map.of("zoomUser", zoomUser)));
    }

    /** Books a visit with its meeting ready; the path of the appointment. */
    String bookReady(String start) {
        String appointment = book(start);
        awaitReady(appointment);
        return appointment;
    }

    void awaitReady(String appointment) {
        Eventually.assertThatSoon(
                        () -> administrator.get(appointment + "/meeting").text("status"))
                .isEqualTo("READY");
    }

    String book(String start) {
        return book(clinic.doctorId, start);
    }

    String book(String doctorId, String start) {
        return book(booking(doctorId, clinic.patientId, start));
    }

    Map<String, String> booking(String doctorId, String patientId, String start) {
        return Map.of("doctorId", doctorId, "serviceId", serviceId, "patientId", patientId, "start", start);
    }

    String book(Map<String, String> booking) {
        return clinic.path("appointments/"
                + administrator.post(clinic.path("appointments"), booking).id());
    }

    /** A start inside the time in which a patient may join already; availability ends and begins at midnight. */
    static String inAMoment() {
        Instant start = Instant.now().plusSeconds(120).truncatedTo(ChronoUnit.SECONDS);
        LocalDate endsOn = start.plusSeconds(300).atZone(ZoneOffset.UTC).toLocalDate();
        Instant midnight = endsOn.atStartOfDay().toInstant(ZoneOffset.UTC);
        return (start.isBefore(midnight) ? midnight : start).toString();
    }

    /** Moves an appointment to where booking would not: into the past. */
    void letEnd(String appointment) {
        change(appointment, "starts_at = starts_at - interval '2 hours', ends_at = ends_at - interval '2 hours'");
    }

    void letNobodyShow(String appointment) {
        change(appointment, "status = 'NO_SHOW'");
    }

    private void change(String appointment, String assignments) {
        inClinic(jdbc -> jdbc.sql("update appointment set " + assignments + " where id = ?")
                .param(id(appointment))
                .update());
    }

    long audited(String action, String appointment) {
        return inClinic(jdbc -> jdbc.sql("select count(*) from audit_entry where action = ? and subject = ?")
                .params(action, id(appointment))
                .query(Long.class)
                .single());
    }

    <T> T inClinic(Function<JdbcClient, T> work) {
        return CurrentClinic.in(
                UUID.fromString(clinic.id),
                () -> Objects.requireNonNull(TestServer.bean(TransactionTemplate.class)
                        .execute(_ -> work.apply(TestServer.bean(JdbcClient.class)))));
    }

    static UUID id(String appointment) {
        return UUID.fromString(appointment.substring(appointment.lastIndexOf('/') + 1));
    }

    String link(String appointment) {
        return ok(administrator.get(appointment + "/visit-link")).text("url");
    }

    /** What the visit page of a link works with. */
    static String visit(String link) {
        assertThat(link).matches("http://localhost:8080/visit/[\\w-]{43}");
        return "/api/v1/visits/" + URI.create(link).getPath().substring("/visit/".length());
    }

    /** A patient of the clinic who signs in, with the id of the record. */
    SignedInPatient patient(String name) {
        String address = name + "-" + unique + "@example.com";
        String id = administrator
                .post(clinic.path("patients"), Map.of("name", name, "email", address))
                .id();
        return new SignedInPatient(People.signInByLink(address), id);
    }

    static Api.Answer ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
        return answer;
    }

    record SignedInPatient(Api api, String id) {}
}
