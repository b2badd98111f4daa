package org.housecall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.housecall.Api;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;

/** What {@link FuzzTests} once found, and how each is answered since. */
class OddInputTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api administrator = clinic.administrator;

    @Test
    void saysThatAServiceLacksItsMode() {
        Api.Answer answer = administrator.post(
                clinic.path("services"), Map.of("name", "Talk", "durationMinutes", 30, "doctorIds", List.of()));

        assertThat(fieldOf(answer)).isEqualTo("mode");
    }

    @Test
    void namesTheFieldWhoseTextCannotBeKept() {
        for (String odd : List.of("\\u0000", "a\\u0000b", "\\ud800", "\\udc00\\ud800")) {
            String patient = "{\"name\": \"" + odd + "\", \"phone\": \"1\"}";
            assertThat(fieldOf(administrator.post(clinic.path("patients"), patient)))
                    .isEqualTo("name");
            String credentials = "{\"email\": \"someone@example.com\", \"password\": \"" + odd + "\"}";
            assertThat(fieldOf(administrator.post("/api/v1/session", credentials)))
                    .isEqualTo("password");
        }
        assertThat(fieldOf(administrator.get(clinic.path("patients?query=a%00b"))))
                .isEqualTo("query");
    }

    @Test
    void keepsTextOfAnyScript() {
        String name = "\ud83d\ude00 \u05d3\u05e0\u05d4 \u5f20\u4f1f e\u0301";

        Api.Answer created = administrator.post(clinic.path("patients"), Map.of("name", name, "phone", "1"));

        assertThat(administrator.get(clinic.path("patients/" + created.id())).text("name"))
                .isEqualTo(name);
    }

    @Test
    void takesNoBodyOfAnyType() {
        for (String type : List.of("*", "*/*", "application/*", "nonsense")) {
            Api.Answer answer = administrator.send(
                    "POST", clinic.path("patients"), Map.of("name", "A", "phone", "1"), Map.of("Content-Type", type));

            assertThat(answer.status()).as(type).isEqualTo(415);
            assertThat(answer.text("code")).isEqualTo("media-type");
        }
    }

    @Test
    void takesNoCredentialsThatCannotBeSentToZoom() {
        String app = clinic.path("zoom/app");

        assertThat(fieldOf(administrator.put(app, Map.of("oauth", Map.of("clientId", "a:b", "clientSecret", "c")))))
                .isEqualTo("oauth.clientId");
        assertThat(fieldOf(administrator.put(
                        app,
                        Map.of("serverToServer", Map.of("accountId", "a", "clientId", "b", "clientSecret", "\u05d3")))))
                .isEqualTo("serverToServer.clientSecret");
    }

    @Test
    void namesTheFieldWhoseTimeIsFarAway() {
        for (String date : List.of("%2B999999999-12-31", "-999999999-01-01", "%2B10000-01-01", "0000-12-31")) {
            assertThat(fieldOf(administrator.get(clinic.path("appointments?to=" + date))))
                    .isEqualTo("to");
            assertThat(fieldOf(administrator.get(
                            clinic.path("slots?serviceId=" + clinic.serviceId + "&from=" + date + "&to=" + date))))
                    .isEqualTo("from");
        }
        for (String time : List.of("%2B1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z")) {
            assertThat(fieldOf(administrator.get(clinic.path("audit?from=" + time))))
                    .isEqualTo("from");
        }
        assertThat(administrator
                        .get(clinic.path("audit?from=2026-01-01T00:00:00%2B01:00&to=2030-01-01T00:00:00Z"))
                        .status())
                .isEqualTo(200);
        assertThat(fieldOf(clinic.book("+1000000000-12-31T23:59:59Z"))).isEqualTo("start");
        assertThat(fieldOf(clinic.book("-1000000000-01-01T00:00:00Z"))).isEqualTo("start");
        Map<String, Object> exception = Map.of("date", "+999999999-12-31", "available", true);
        assertThat(fieldOf(administrator.put(
                        clinic.path("doctors/" + clinic.doctorId + "/availability"),
                        Map.of("weekly", List.of(), "exceptions", List.of(exception)))))
                .isEqualTo("exceptions[0].date");
        assertThat(administrator
                        .get(clinic.path("appointments?from=0001-01-01&to=9999-12-31"))
                        .status())
                .isEqualTo(200);
    }

    private static String fieldOf(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        return answer.json().path("errors").path(0).path("field").asString();
    }
}
