package org.housecall.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.Race;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class HoldTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final String slot = clinic.start(1, 0);

    @Test
    void keepsTheSlotFromOthersUntilItsOwnerBooksIt() {
        Api receptionist = People.receptionist(clinic);
        Api.Answer held = hold(clinic.administrator, slot);

        assertThat(Instant.parse(held.text("expiresAt"))).isAfter(Instant.now().plusSeconds(500));
        assertThat(starts()).doesNotContain(slot);
        Api.Answer others = receptionist.post(clinic.path("appointments"), clinic.booking(slot));
        assertThat(others.status()).isEqualTo(409);
        assertThat(others.text("code")).isEqualTo("slot-taken");

        assertThat(bookWith(clinic.administrator, held.id()).status()).isEqualTo(201);
    }

    @Test
    void isNoUseToAnyoneButItsOwner() {
        Api receptionist = People.receptionist(clinic);
        String held = hold(clinic.administrator, slot).id();

        assertThat(bookWith(receptionist, held).status()).isEqualTo(409);
        assertThat(receptionist.delete(clinic.path("holds/" + held)).status()).isEqualTo(404);
        assertThat(starts()).doesNotContain(slot);
    }

    @Test
    void isFreeAgainFromTheMomentItExpires() {
        String held = hold(clinic.administrator, slot).id();
        assertThat(starts()).doesNotContain(slot);

        expire(held);

        assertThat(starts()).contains(slot);
        assertThat(People.receptionist(clinic)
                        .post(clinic.path("appointments"), clinic.booking(slot))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void isFreeAgainWhenGivenBackOrReplaced() {
        String first = hold(clinic.administrator, slot).id();
        Api.Answer second = clinic.administrator.post(
                clinic.path("holds"),
                Map.of(
                        "doctorId",
                        clinic.doctorId,
                        "serviceId",
                        clinic.serviceId,
                        "start",
                        clinic.start(1, 2),
                        "replaces",
                        first));
        assertThat(second.status()).isEqualTo(201);
        assertThat(starts()).contains(slot).doesNotContain(clinic.start(1, 2));

        assertThat(clinic.administrator
                        .delete(clinic.path("holds/" + second.id()))
                        .status())
                .isEqualTo(204);

        assertThat(starts()).contains(slot, clinic.start(1, 2));
    }

    @Test
    void refusesOneWhoKeepsAWholeDayFromOthers() {
        for (int i = 0; i < 5; i++) {
            assertThat(hold(clinic.administrator, clinic.start(1, i)).status()).isEqualTo(201);
        }

        assertThat(hold(clinic.administrator, clinic.start(1, 5)).text("code")).isEqualTo("too-many-holds");
    }

    @Test
    void givesASlotToOneOfTwoHundredWhoWantToHoldIt() throws Exception {
        String token = token();
        Map<String, String> wish = Map.of("doctorId", clinic.doctorId, "serviceId", clinic.serviceId, "start", slot);

        List<Api.Answer> answers =
                Race.of(200, number -> clinic.administrator.withToken(token).post(clinic.path("holds"), wish));

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(it -> it.status() == 409).hasSize(199).allSatisfy(taken -> {
            assertThat(taken.text("code")).isEqualTo("slot-taken");
            assertThat(taken.json().path("nextFree").size()).isPositive();
        });
    }

    private String token() {
        return clinic.administrator
                .post("/api/v1/api-tokens", Map.of("name", "race"))
                .text("token");
    }

    private Api.Answer hold(Api who, String start) {
        return who.post(
                clinic.path("holds"),
                Map.of("doctorId", clinic.doctorId, "serviceId", clinic.serviceId, "start", start));
    }

    private Api.Answer bookWith(Api who, String held) {
        Map<String, String> booking = new HashMap<>(clinic.booking(slot));
        booking.put("holdId", held);
        return who.post(clinic.path("appointments"), booking);
    }

    private static void expire(String held) {
        int expired = TestServer.bean(JdbcClient.class)
                .sql("update doctor_time set expires_at = ? where ref = ?")
                .params(OffsetDateTime.now(ZoneOffset.UTC), UUID.fromString(held))
                .update();
        assertThat(expired).isEqualTo(1);
    }

    private List<String> starts() {
        String day = slot.substring(0, 10);
        List<String> starts = new ArrayList<>();
        clinic.administrator
                .get(clinic.path("slots?serviceId=" + clinic.serviceId + "&from=" + day + "&to=" + day))
                .json()
                .path("items")
                .forEach(free -> starts.add(free.path("start").asString()));
        return starts;
    }
}
