package org.housecalldemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoOptionsTests {

    @Test
    void usesTheUsualPortsAndFreshDirectoryWithoutOptions() {
        assertThat(DemoOptions.parse(List.of())).isEqualTo(new DemoOptions(8080, 8090, 8025, null));
    }

    @Test
    void takesPortsAndDirectory() {
        assertThat(DemoOptions.parse(
                        List.of("--port", "9090", "--zoom-port", "0", "--mail-port", "9025", "--data-dir", "kept")))
                .isEqualTo(new DemoOptions(9090, 0, 9025, Path.of("kept")));
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--address", "0.0.0.0")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("--address");
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--port", "70000")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("70000");
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--port")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("--port");
    }
}
