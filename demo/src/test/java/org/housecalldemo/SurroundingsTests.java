package org.housecalldemo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurroundingsTests {

    @ParameterizedTest
    @CsvSource({
        "HOUSECALL_ZOOM_WEB_URL, https://zoom.us",
        "HOUSECALL_ZOOM_API_URL, https://api.zoom.us/v2",
        "HOUSECALL_ZOOM_API_URL, http://127.0.0.1.zoom.us/v2",
        "HOUSECALL_ZOOM_API_URL, not an address"
    })
    void refusesToMeetTheRealZoom(String name, String url) {
        assertThatThrownBy(() -> Surroundings.check(Map.of(name, url)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
    void refusesToBeReachedFromElsewhere(String address) {
        assertThatThrownBy(() -> Surroundings.check(Map.of("SERVER_ADDRESS", address)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(address);
    }

    @Test
    void leavesOtherDatabasesAlone() {
        assertThatThrownBy(() -> Surroundings.check(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://db/clinic")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("SPRING_DATASOURCE_URL");
    }

    @Test
    void acceptsOrdinarySurroundings() {
        assertThatCode(() -> Surroundings.check(Map.of(
                        "PATH",
                        "/usr/bin",
                        "HOUSECALL_ZOOM_WEB_URL",
                        "http://127.0.0.1:8090",
                        "SERVER_ADDRESS",
                        "127.0.0.1")))
                .doesNotThrowAnyException();
    }
}
