package org.housecall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.housecall.Api;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiTokenTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());

    @Test
    void maySayWhatATokenIsForAndForHowLong() {
        Api.Answer minted = clinic.administrator.post(
                "/api/v1/api-tokens", Map.of("name", "till", "scope", List.of("VIEW_PATIENTS"), "days", 7));
        Api till = TestServer.nobody().withToken(minted.text("token"));

        assertThat(Instant.parse(minted.text("expiresAt")))
                .isCloseTo(Instant.now().plus(Duration.ofDays(7)), Assertions.within(Duration.ofMinutes(1)));
        assertThat(till.get(clinic.path("patients")).status()).isEqualTo(200);
        assertThat(till.get(clinic.path("services")).status()).isEqualTo(403);
        assertThat(till.post(clinic.path("patients"), Map.of("name", "Sam", "email", "sam@example.com"))
                        .status())
                .isEqualTo(403);
        assertThat(till.post("/api/v1/clinics", Map.of("name", "New", "slug", "new-one", "timeZone", "UTC"))
                        .status())
                .isEqualTo(403);
        assertThat(listed(minted.id()).path("scope").get(0).asString()).isEqualTo("VIEW_PATIENTS");
    }

    @Test
    void letsATokenForSomeThingsNotMakeAnotherForMore() {
        Api till = TestServer.nobody()
                .withToken(clinic.administrator
                        .post("/api/v1/api-tokens", Map.of("name", "till", "scope", List.of("VIEW_PATIENTS")))
                        .text("token"));

        assertThat(till.post("/api/v1/api-tokens", Map.of("name", "more")).status())
                .isEqualTo(403);
        assertThat(till.put(
                                "/api/v1/account/password",
                                Map.of("current", TestServer.ADMIN_PASSWORD, "wanted", "a password of the till's"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void lastsNinetyDaysUnlessToldAndAYearAtMost() {
        Api.Answer usual = clinic.administrator.post("/api/v1/api-tokens", Map.of("name", "usual"));

        assertThat(Instant.parse(usual.text("expiresAt")))
                .isCloseTo(Instant.now().plus(Duration.ofDays(90)), Assertions.within(Duration.ofMinutes(1)));
        for (Object days : List.of(0, 366, -1)) {
            assertThat(clinic.administrator
                            .post("/api/v1/api-tokens", Map.of("name", "odd", "days", days))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(clinic.administrator
                        .post("/api/v1/api-tokens", Map.of("name", "odd", "scope", List.of()))
                        .status())
                .isEqualTo(422);
    }

    private JsonNode listed(String id) {
        return clinic.administrator
                .get("/api/v1/api-tokens")
                .json()
                .path("items")
                .valueStream()
                .filter(token -> token.path("id").asString("").equals(id))
                .findFirst()
                .orElseThrow();
    }
}
