package org.housecall.marketplace.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.StreamSupport;
import org.housecall.Api;
import org.housecall.MarketplaceClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Readiness over HTTP, with the sandbox in Zoom's place. */
class ReadinessTests {

    private final MarketplaceClinic clinic = new MarketplaceClinic();

    @Test
    void startsRedWithARemedyForEach() {
        List<JsonNode> items = items();

        assertThat(items.stream().map(item -> item.path("id").asString()))
                .containsExactly(
                        "base-url",
                        "credentials",
                        "redirect-url",
                        "scopes",
                        "webhook",
                        "pages",
                        "documents",
                        "pictures");
        assertThat(items).allSatisfy(item -> {
            assertThat(item.path("state").asString())
                    .isEqualTo(item.path("id").asString().equals("scopes") ? "AMBER" : "RED");
            assertThat(item.path("evidence").asString("")).isNotBlank();
            assertThat(item.path("remedy").asString("")).isNotBlank();
        });
    }

    @Test
    void asksZoomAboutTheCredentials() {
        clinic.enterApp("wrong");
        assertThat(state("credentials")).isEqualTo("RED");

        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET);

        assertThat(state("credentials")).isEqualTo("AMBER"); // it is the sandbox that accepts them
        assertThat(item("credentials").path("evidence").asString())
                .contains(MarketplaceClinic.CLIENT_ID, TestServer.sandbox().baseUrl());
    }

    @Test
    void waitsForNotificationsOnceThereIsASecret() {
        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET);
        assertThat(state("webhook")).isEqualTo("RED");

        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET, "hook-secret");

        assertThat(state("webhook")).isEqualTo("AMBER");
        assertThat(clinic.administrator
                        .get(clinic.clinic.path("marketplace/readiness"))
                        .response()
                        .body())
                .doesNotContain("hook-secret", MarketplaceClinic.CLIENT_SECRET);
    }

    @Test
    void turnsGreenWithThePublisher() {
        clinic.publish(MarketplaceClinic.PUBLISHER);

        assertThat(state("pages")).isEqualTo("GREEN");
        assertThat(state("documents")).isEqualTo("GREEN");
        assertThat(item("pages").has("remedy")).isFalse();
    }

    @Test
    void looksAtTheInstallationsAppForTheAdministratorAlone() {
        assertThat(clinic.administrator
                        .get("/api/v1/marketplace/readiness")
                        .json()
                        .path("items"))
                .hasSize(8);
        assertThat(clinic.staff("admins").get("/api/v1/marketplace/readiness").status())
                .isEqualTo(403);
    }

    @Test
    @Timeout(30)
    void doesNotWaitForWhatTakesTooLong() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);

        assertThat(Observer.soon(() -> await(never), "not known", Duration.ofMillis(50))
                        .join())
                .isEqualTo("not known");
        never.countDown();
    }

    @Test
    void isForThoseWhoRunTheClinic() {
        Api admin = clinic.staff("admins");
        Api receptionist = clinic.staff("receptionists");
        String other = new MarketplaceClinic().clinic.path("marketplace/");

        for (String what : List.of("readiness", "pack")) {
            assertThat(receptionist
                            .get(clinic.clinic.path("marketplace/" + what))
                            .status())
                    .isEqualTo(403);
            assertThat(admin.get(other + what).status()).isEqualTo(404);
            assertThat(TestServer.nobody().get(other + what).status()).isEqualTo(401);
        }
        assertThat(admin.get(clinic.clinic.path("marketplace/readiness")).status())
                .isEqualTo(200);
    }

    private static String await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "known";
    }

    private String state(String id) {
        return item(id).path("state").asString();
    }

    private JsonNode item(String id) {
        return items().stream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> items() {
        Api.Answer answer = clinic.administrator.get(clinic.clinic.path("marketplace/readiness"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .toList();
    }
}
