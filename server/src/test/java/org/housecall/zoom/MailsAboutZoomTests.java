package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.util.List;
import java.util.Map;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is told what when something goes another way at Zoom; read where undelivered mails are shown. */
class MailsAboutZoomTests {

    private static final String LOST = "Please connect Zoom again";

    private final ZoomClinic zoom = new ZoomClinic();

    @Test
    void tellsTheDoctorThatZoomEndedTheConnectionAndWhereToRenewIt() {
        var connection = zoom.connect();
        zoom.letTokenExpire(connection);
        Sandbox.control("POST", "tokens/revoke", Map.of("clientId", zoom.clientId, "user", zoom.zoomUser));

        Visit.book(zoom, 1).becomes("WAITING_FOR_CONNECTION");

        assertThatSoon(() -> mails(zoom.email, LOST).size()).isEqualTo(1);
        assertThat(mails(zoom.email, LOST).getFirst())
                .contains("Zoom no longer accepts", "http://localhost:8080" + zoom.settings() + "\n");
    }

    @Test
    void tellsTheDoctorThatTheAppWasRemovedInZoom() {
        zoom.connect();
        Sandbox.control(
                "PUT",
                "apps/" + zoom.clientId,
                Map.of("deauthorizationUrl", TestServer.baseUrl() + zoom.webhookPath(ZoomApp.Kind.GENERAL)));

        Sandbox.control("POST", "apps/" + zoom.clientId + "/uninstall", Map.of("user", zoom.zoomUser));

        assertThatSoon(() -> mails(zoom.email, LOST).size()).isEqualTo(1);
        assertThat(mails(zoom.email, LOST).getFirst())
                .contains("The app was removed in Zoom", "http://localhost:8080" + zoom.settings() + "\n");
    }

    @Test
    void sparesTheDoctorTheNewsOfTheirOwnDisconnect() {
        zoom.connect();

        ZoomClinic.ok(zoom.doctor.delete(zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom")));

        assertThat(zoom.status()).isEqualTo("DISCONNECTED");
        assertThat(mails(zoom.email, LOST)).isEmpty();
    }

    @Test
    void tellsPatientAndDoctorThatTheMeetingWasMadeAnewAndGivesNobodyALinkToZoom() {
        zoom.connect();
        zoom.subscribe();
        String address = "patient-of-" + zoom.unique + "@example.com";
        String patient = zoom.administrator
                .post(
                        zoom.clinic.path("patients"),
                        Map.of("name", "Ada O'Neil", "email", address, "timeZone", "Asia/Tokyo"))
                .id();
        Visit visit = Visit.book(zoom, 1, zoom.clinic.addService("VIDEO", zoom.doctorId), patient)
                .becomes("READY");
        String visitPage = zoom.administrator.get(visit.path + "/visit-link").text("url");
        String first = visit.meetingId();

        Sandbox.control("POST", "meetings/" + first + "/delete", Map.of());
        assertThatSoon(() -> visit.isReadyInsteadOf(first)).isEqualTo(true);

        String toPatient = mails(address, "Your video visit").getFirst();
        String toDoctor = mails(zoom.email, "A video meeting was made anew").getFirst();
        assertThat(toPatient)
                .contains("Hello Ada O'Neil", visitPage + "\n", "the same as before", "21:00 (Asia/Tokyo)");
        assertThat(toDoctor)
                .contains("http://localhost:8080" + visit.path.replace("/api/v1", "") + "\n", "12:00 (UTC)")
                .doesNotContain("Ada");
        JsonNode meeting = visit.meeting().json();
        for (String mail : List.of(toPatient, toDoctor)) {
            assertThat(mail)
                    .doesNotContain(
                            meeting.path("joinUrl").asString(),
                            meeting.path("passcode").asString(),
                            "/j/",
                            "pwd=",
                            "zak=",
                            TestServer.sandbox().baseUrl());
        }
    }

    @Test
    void tellsTheDoctorWhenAnAdministratorIsGivenTheStartLinkAndWhy() {
        zoom.connect();
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        String subject = "An Administrator opened one of your visits";

        ZoomClinic.ok(zoom.doctor.post(visit.path + "/meeting/start", null));
        assertThat(mails(zoom.email, subject)).isEmpty();
        ZoomClinic.ok(zoom.administrator.post(
                visit.path + "/meeting/start", Map.of("reason", "  the doctor's browser is broken ")));

        assertThat(mails(zoom.email, subject).getFirst())
                .contains(
                        "The reason given: the doctor's browser is broken\n",
                        "http://localhost:8080" + visit.path.replace("/api/v1", "") + "\n")
                .doesNotContain("zak=");
        JsonNode starts = visit.meeting().json().path("administratorStarts");
        assertThat(starts).hasSize(1);
        assertThat(starts.get(0).path("reason").asString()).isEqualTo("the doctor's browser is broken");
        assertThat(zoom.administrator
                        .get(zoom.clinic.path(
                                "audit?action=START_LINK_USED&subject=" + visit.path.replaceFirst(".*/", "")))
                        .json()
                        .path("items"))
                .hasSize(2);
    }

    @Test
    void tellsTheDoctorAlsoOfAStartWithoutAReason() {
        zoom.connect();
        Visit visit = Visit.book(zoom, 1).becomes("READY");

        ZoomClinic.ok(zoom.administrator.post(visit.path + "/meeting/start", null));

        assertThat(mails(zoom.email, "An Administrator opened one of your visits")
                        .getFirst())
                .contains("No reason was given.");
    }

    private List<String> mails(String to, String subject) {
        return zoom.mails(to, subject);
    }
}
