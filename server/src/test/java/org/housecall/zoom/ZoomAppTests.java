package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Setting up a clinic's Server-to-Server app over HTTP. */
class ZoomAppTests {

    private static final String HOST = "doctorFourUser00000001";

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api administrator = clinic.administrator;

    @BeforeEach
    void setUpTheApp() {
        Api.Answer stored = administrator.put(
                clinic.path("zoom/app"),
                Map.of(
                        "serverToServer",
                        Map.of(
                                "accountId", "clinicAccount000000001",
                                "clientId", "sandboxServerApp000001",
                                "clientSecret", "sandboxServerApp000001Secret",
                                "webhookSecret", "sandboxServerApp000001Hook")));
        assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
        assertThat(stored.response().body()).doesNotContain("sandboxServerApp000001Secret");
        Api.Answer mapped =
                administrator.put(clinic.path("doctors/" + clinic.doctorId + "/zoom/user"), Map.of("zoomUser", HOST));
        assertThat(mapped.status()).as(mapped.toString()).isEqualTo(200);
    }

    @Test
    void refusesADeliveryWithoutAValidSignature() {
        String url = administrator
                .get(clinic.path("zoom/app"))
                .json()
                .path("serverToServer")
                .path("webhookUrl")
                .asString();

        Api.Answer answer = TestServer.nobody()
                .post(URI.create(url).getPath(), Map.of("event", "meeting.ended", "id", UUID.randomUUID()));

        assertThat(answer.status()).isEqualTo(401);
    }
}
