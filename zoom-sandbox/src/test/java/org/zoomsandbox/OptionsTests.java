package org.zoomsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTests {

    @Test
    void readsACommandLine() {
        var options = Options.parse(List.of(
                "--port",
                "9000",
                "--allow-loopback-http",
                "--link-host",
                "us06web.zoom.us",
                "--redirect-uri",
                "https://clinic.example/zoom/callback",
                "--webhook-url",
                "https://clinic.example/zoom/events"));
        assertThat(options)
                .isEqualTo(new Options(
                        9000,
                        true,
                        "us06web.zoom.us",
                        List.of("https://clinic.example/zoom/callback"),
                        "https://clinic.example/zoom/events"));
    }

    @Test
    void refusesPlainHttpUnlessAsked() {
        assertThat(Options.parse(List.of()).loopbackHttpAllowed()).isFalse();
    }

    @Test
    void namesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> Options.parse(List.of("--prot"))).hasMessage("unknown option --prot");
        assertThatThrownBy(() -> Options.parse(List.of("--port"))).hasMessage("--port needs a value");
    }
}
