package org.housecall.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;

class VisitNoteTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api doctor = People.acceptInvitation(
            clinic.administrator.get(clinic.path("doctors/" + clinic.doctorId)).text("email"));
    private final String appointment =
            "appointments/" + clinic.book(clinic.start(1, 0)).id();
    private final String path = clinic.path(appointment + "/note");

    @Test
    void isTheDoctorsAlone() {
        assertThat(doctor.get(path).json().path("version").asInt()).isZero();

        assertThat(doctor.put(path, Map.of("text", "Sleeps well.", "version", 0))
                        .status())
                .isEqualTo(200);

        assertThat(doctor.get(path).text("text")).isEqualTo("Sleeps well.");
        assertThat(People.receptionist(clinic).get(path).status()).isEqualTo(403);
        assertThat(People.patient(clinic).get(path).status()).isEqualTo(403);
        assertThat(clinic.administrator
                        .get(clinic.path("audit?action=VISIT_NOTE_VIEWED"))
                        .body())
                .contains(appointment.substring("appointments/".length()))
                .doesNotContain("Sleeps");
    }

    @Test
    void isNotWrittenOverUnseen() {
        doctor.put(path, Map.of("text", "First.", "version", 0));
        doctor.put(path, Map.of("text", "Second.", "version", 1));

        assertThat(doctor.put(path, Map.of("text", "Lost update.", "version", 1))
                        .status())
                .isEqualTo(412);

        assertThat(doctor.get(path).text("text")).isEqualTo("Second.");
    }
}
