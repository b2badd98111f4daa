package org.housecall.access;

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

/** What somebody may not do leaves a trace, and no more than one an hour of a kind. */
class RefusalTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api administrator = clinic.administrator;
    private final Api receptionist = receptionist(clinic);
    private final String who = "&actor=" + receptionist.get("/api/v1/session").text("id");

    private static Api receptionist(SampleClinic clinic) {
        String email = "reception-" + UUID.randomUUID() + "@example.com";
        clinic.administrator.post(clinic.path("receptionists"), Map.of("name", "Robin Quill", "email", email));
        return People.acceptInvitation(email);
    }

    @Test
    void areRecordedOnceAnHourForEachPersonAndKind() {
        for (int time = 0; time < 3; time++) {
            assertThat(receptionist.get(clinic.path("audit")).status()).isEqualTo(403);
            assertThat(receptionist.get(clinic.path("audit/verification")).status())
                    .isEqualTo(403);
            assertThat(receptionist
                            .put(clinic.path("sign-in-rules"), Map.of("secondFactorRequired", true))
                            .status())
                    .isEqualTo(403);
        }
        Api other = receptionist(clinic);
        other.get(clinic.path("audit"));

        List<JsonNode> viewing = inClinic("action=VIEW_REFUSED" + who);
        assertThat(viewing).hasSize(1);
        assertThat(viewing.getFirst().has("subject")).isFalse();
        assertThat(viewing.getFirst().path("origin").asString()).isEqualTo("127.0.0.1");
        assertThat(inClinic("action=CHANGE_REFUSED" + who)).hasSize(1);
        assertThat(inClinic("action=VIEW_REFUSED")).hasSize(2);
    }

    @Test
    void ofTheInstallationAreInItsTrail() {
        receptionist.get("/api/v1/mails");

        assertThat(inInstallation("action=VIEW_REFUSED" + who)).hasSize(1);
        assertThat(inClinic("action=VIEW_REFUSED" + who)).isEmpty();
    }

    @Test
    void inAnotherClinicAreToldToTheInstallationAndNotToThatClinic() {
        SampleClinic another = new SampleClinic(administrator);
        for (String foreign : List.of(another.id, UUID.randomUUID().toString())) {
            for (int time = 0; time < 2; time++) {
                assertThat(receptionist
                                .get("/api/v1/clinics/" + foreign + "/patients")
                                .status())
                        .isEqualTo(404);
            }
        }

        List<JsonNode> refused = inInstallation("action=CLINIC_REFUSED" + who);
        assertThat(refused).hasSize(2);
        assertThat(refused.get(0).has("subject")).isFalse();
        assertThat(refused.get(1).path("subject").asString()).isEqualTo(another.id);
        assertThat(items(another.path("audit?") + who.substring(1))).isEmpty();
    }

    @Test
    void ofWhatATokenIsNotForAreRecordedToo() {
        Api till = receptionist.withToken(receptionist
                .post("/api/v1/api-tokens", Map.of("name", "till", "scope", List.of("VIEW_PATIENTS")))
                .text("token"));
        assertThat(till.post("/api/v1/api-tokens", Map.of("name", "more")).status())
                .isEqualTo(403);

        assertThat(inInstallation("action=CHANGE_REFUSED" + who)).hasSize(1);
    }

    @Test
    void areNoneWhereASignInIsOnlyTooOld() {
        String before = "action=CHANGE_REFUSED" + who;
        SignInTests.letSignInsGrowOld();

        assertThat(receptionist
                        .post("/api/v1/api-tokens", Map.of("name", "till"))
                        .text("code"))
                .isEqualTo("sign-in-again");

        assertThat(inInstallation(before)).isEmpty();
    }

    private List<JsonNode> inClinic(String query) {
        return items(clinic.path("audit?" + query));
    }

    private List<JsonNode> inInstallation(String query) {
        return items("/api/v1/audit?" + query);
    }

    /** Newest first. */
    private List<JsonNode> items(String path) {
        return administrator.get(path).json().path("items").valueStream().toList();
    }
}
