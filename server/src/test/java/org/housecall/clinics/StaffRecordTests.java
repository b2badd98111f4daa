package org.housecall.clinics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;

class StaffRecordTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api desk = clinic.administrator;
    private final String address = "someone-" + UUID.randomUUID() + "@example.com";

    @Test
    void changesTheNameOfADoctorAndOfOthers() {
        String receptionist = invite("receptionists");

        for (String id : new String[] {clinic.doctorId, receptionist}) {
            Api.Answer renamed = desk.put(clinic.path("staff/" + id + "/name"), Map.of("name", " Dr. Lee "));
            assertThat(renamed.status()).as(renamed.toString()).isEqualTo(204);
        }

        assertThat(desk.get(clinic.path("doctors/" + clinic.doctorId)).text("name"))
                .isEqualTo("Dr. Lee");
        assertThat(desk.get(clinic.path("receptionists")).body()).contains("Dr. Lee");
        assertThat(desk.get(clinic.path("audit?action=STAFF_RENAMED&subject=" + receptionist))
                        .json()
                        .path("items")
                        .size())
                .isOne();
    }

    @Test
    void sendsAnotherInvitationUntilOneIsAccepted() {
        String id = invite("receptionists");
        String first = People.token(address, "accept-invitation");

        assertThat(desk.post(clinic.path("staff/" + id + "/invitation"), null).status())
                .isEqualTo(204);

        assertThat(People.token(address, "accept-invitation")).isNotEqualTo(first);
        People.acceptInvitation(address);
        Api.Answer again = desk.post(clinic.path("staff/" + id + "/invitation"), null);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("accepted-already");
    }

    @Test
    void knowsNobodyWhoHasLeftOrWorksElsewhere() {
        String left = invite("doctors");
        desk.post(clinic.path("staff/" + left + "/departure"), null);
        String elsewhere = new SampleClinic(desk).doctorId;

        for (String id : new String[] {left, elsewhere, clinic.patientId}) {
            assertThat(desk.put(clinic.path("staff/" + id + "/name"), Map.of("name", "Nobody"))
                            .status())
                    .isEqualTo(404);
            assertThat(desk.post(clinic.path("staff/" + id + "/invitation"), null)
                            .status())
                    .isEqualTo(404);
        }
    }

    private String invite(String what) {
        return desk.post(clinic.path(what), Map.of("name", "Someone", "email", address))
                .id();
    }
}
