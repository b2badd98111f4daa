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

    private static String fieldOf(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        return answer.json().path("errors").path(0).path("field").asString();
    }
}
