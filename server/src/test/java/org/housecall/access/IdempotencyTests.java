package org.housecall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is sent more than once under one key happens once. */
class IdempotencyTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api administrator = clinic.administrator;
    private final String appointments = clinic.path("appointments");
    private final String key = UUID.randomUUID().toString();
    private final JdbcClient jdbc = TestServer.bean(JdbcClient.class);

    @Test
    void answersARepeatedBookingWithTheFirstAnswer() {
        Api.Answer first = send(administrator, "POST", appointments, clinic.booking(clinic.start(1, 0)));
        Api.Answer again = send(administrator, "POST", appointments, clinic.booking(clinic.start(1, 0)));

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        for (String header : List.of("etag", "content-type", "cache-control")) {
            assertThat(again.response().headers().allValues(header))
                    .isNotEmpty()
                    .isEqualTo(first.response().headers().allValues(header));
        }
        assertThat(booked()).isEqualTo(1);
    }

    @Test
    void booksOnceForEightAtOnce() throws Exception {
        Api machine = administrator.withToken(
                administrator.post("/api/v1/api-tokens", Map.of("name", "race")).text("token"));
        List<Callable<Api.Answer>> attempts =
                Collections.nCopies(8, () -> send(machine, "POST", appointments, clinic.booking(clinic.start(1, 0))));

        List<Api.Answer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Api.Answer> answer : threads.invokeAll(attempts)) {
                answers.add(answer.get());
            }
        }

        String id = send(machine, "POST", appointments, clinic.booking(clinic.start(1, 0)))
                .id();
        assertThat(answers).anyMatch(it -> it.status() == 201).allSatisfy(it -> {
            if (it.status() == 201) {
                assertThat(it.id()).isEqualTo(id);
            } else {
                assertThat(it.status()).isEqualTo(409);
                assertThat(it.text("code")).isEqualTo("idempotency-key-busy");
            }
        });
        assertThat(booked()).isEqualTo(1);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherRequestAndNamesWhatDiffers() {
        String id = send(administrator, "POST", appointments, clinic.booking(clinic.start(1, 0)))
                .id();

        Api.Answer otherBody = send(administrator, "POST", appointments, clinic.booking(clinic.start(1, 2)));
        Api.Answer otherRequest =
                send(administrator, "PATCH", appointments + "/" + id, Map.of("start", clinic.start(1, 4)));

        assertThat(otherBody.status()).isEqualTo(422);
        assertThat(otherBody.text("code")).isEqualTo("idempotency-key-reused");
        assertThat(differing(otherBody)).containsExactly("body");
        assertThat(otherRequest.status()).isEqualTo(422);
        assertThat(differing(otherRequest)).containsExactly("method", "path", "body");
        assertThat(booked()).isEqualTo(1);
        assertThat(administrator.get(appointments + "/" + id).text("start")).isEqualTo(clinic.start(1, 0));
    }

    @Test
    void keepsTheKeysOfAccountsApart() {
        String address = "receptionist-" + clinic.id + "@example.com";
        administrator.post(clinic.path("receptionists"), Map.of("name", "Receptionist", "email", address));
        Api receptionist = People.acceptInvitation(address);

        Api.Answer first = send(administrator, "POST", appointments, clinic.booking(clinic.start(1, 0)));
        Api.Answer other = send(receptionist, "POST", appointments, clinic.booking(clinic.start(1, 2)));

        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(booked()).isEqualTo(2);
    }

    @Test
    void keepsRefusalsToo() {
        String first = clinic.book(clinic.start(1, 0)).id();
        Api.Answer taken = send(administrator, "POST", appointments, clinic.booking(clinic.start(1, 0)));
        administrator.post(appointments + "/" + first + "/cancel", Map.of());

        Api.Answer again = send(administrator, "POST", appointments, clinic.booking(clinic.start(1, 0)));

        assertThat(taken.status()).isEqualTo(409);
        assertThat(again.response().body()).isEqualTo(taken.response().body());
        assertThat(again.response().headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void forgetsAfterADay() {
        Api.Answer first = send(administrator, "POST", "/api/v1/api-tokens", Map.of("name", "old"));
        age("23 hours 59 minutes");
        assertThat(send(administrator, "POST", "/api/v1/api-tokens", Map.of("name", "old"))
                        .id())
                .isEqualTo(first.id());
        age("2 minutes");

        Api.Answer afterADay = send(administrator, "POST", "/api/v1/api-tokens", Map.of("name", "new"));

        assertThat(afterADay.id()).isNotEqualTo(first.id());
    }

    @Test
    void removesWhatIsForgotten() {
        send(administrator, "POST", "/api/v1/api-tokens", Map.of("name", "old")).id();
        IdempotencyKeys keys = TestServer.bean(IdempotencyKeys.class);
        keys.run();
        assertThat(stored()).isEqualTo(1);
        age("25 hours");

        keys.run();

        assertThat(stored()).isZero();
    }

    @Test
    void freesAKeyWhoseRequestNeverCameToAnEnd() {
        send(administrator, "POST", appointments, clinic.booking(clinic.start(1, 0)))
                .id();
        jdbc.sql("update idempotency_key set status = null, response = null where key = ?")
                .param(key)
                .update();
        Api.Answer busy = send(administrator, "POST", appointments, clinic.booking(clinic.start(1, 0)));
        assertThat(busy.text("code")).isEqualTo("idempotency-key-busy");
        age("6 minutes");

        Api.Answer retried = send(administrator, "POST", appointments, clinic.booking(clinic.start(1, 0)));

        assertThat(retried.text("code")).isEqualTo("slot-taken");
        assertThat(booked()).isEqualTo(1);
    }

    @Test
    void keepsNeitherRequestNorAnswerInTheClear() {
        Api.Answer minted = send(administrator, "POST", "/api/v1/api-tokens", Map.of("name", "robot"));
        assertThat(send(administrator, "POST", "/api/v1/api-tokens", Map.of("name", "robot"))
                        .text("token"))
                .isEqualTo(minted.text("token"));

        String atRest = jdbc.sql("""
                        select encode(request_hash, 'escape') || encode(response, 'escape')
                        from idempotency_key where key = ?""").param(key).query(String.class).single();

        assertThat(atRest).doesNotContain(minted.text("token"), "robot", "api-tokens");
    }

    @Test
    void takesNoKeyForWhatOpensASession() {
        Map<String, String> credentials =
                Map.of("email", TestServer.ADMIN_EMAIL, "password", TestServer.ADMIN_PASSWORD);

        for (String path : List.of("/api/v1/session", "/api/v1/%73ession")) {
            assertThat(send(administrator, "POST", path, credentials).status()).isEqualTo(200);
        }

        assertThat(stored()).isZero();
    }

    @Test
    void refusesAKeyThatIsNone() {
        Api.Answer answer = administrator.send(
                "POST", "/api/v1/api-tokens", Map.of("name", "x"), Map.of("Idempotency-Key", "k".repeat(201)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo("Idempotency-Key");
    }

    private Api.Answer send(Api api, String method, String path, @Nullable Object body) {
        return api.send(method, path, body, Map.of("Idempotency-Key", key));
    }

    private void age(String interval) {
        jdbc.sql("update idempotency_key set claimed_at = claimed_at - cast(? as interval) where key = ?")
                .params(interval, key)
                .update();
    }

    private long stored() {
        return jdbc.sql("select count(*) from idempotency_key where key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private int booked() {
        return administrator.get(appointments).json().path("items").size();
    }

    private static List<String> differing(Api.Answer answer) {
        List<String> fields = new ArrayList<>();
        answer.json()
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asString()));
        return fields;
    }
}
