package org.housecall.clinics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several patients at one address: whoever signs in with it is told whom they may be, and nobody else. */
class SharedAddressTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final String address = "moor-" + UUID.randomUUID() + "@example.com";
    private final String alex = patient("Alex Moor", address);
    private final String sam = patient("Sam Moor", address);

    private String patient(String name, String email) {
        return clinic.administrator
                .post(clinic.path("patients"), Map.of("name", name, "email", email))
                .id();
    }

    @Test
    void namesAllWhoShareTheAddressAndNoOthers() {
        Api family = People.signInByLink(address);

        assertThat(ids(family.get(clinic.path("me")).json().path("patients"))).containsExactly(alex, sam);
    }

    @Test
    void narrowsWhatIsShownToWhoeverItIs() {
        String appointment = clinic.administrator
                .post(
                        clinic.path("appointments"),
                        Map.of(
                                "serviceId",
                                clinic.serviceId,
                                "doctorId",
                                clinic.doctorId,
                                "patientId",
                                sam,
                                "start",
                                clinic.start(1, 0)))
                .id();
        String others = clinic.book(clinic.start(1, 2)).id();
        Api family = People.signInByLink(address);

        assertThat(appointments(family, "?patientId=" + sam)).containsExactly(appointment);
        assertThat(appointments(family, "?patientId=" + alex)).isEmpty();
        assertThat(appointments(family, "")).containsExactly(appointment);
        assertThat(appointments(family, "?patientId=" + clinic.patientId)).isEmpty();
        assertThat(appointments(clinic.administrator, "")).contains(others);
    }

    private List<String> appointments(Api person, String query) {
        return ids(person.get(clinic.path("appointments" + query)).json().path("items"));
    }

    private static List<String> ids(JsonNode items) {
        return items.valueStream().map(item -> item.path("id").asString()).toList();
    }
}
