package org.housecallbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstallationsTests {

    /** Or whatever fails would pass for something that Ctrl-C broke off. */
    @Test
    void areNotStoppedByTheirOwnEnd() {
        Installations installations = new Installations();

        installations.close();
        assertThat(installations.stopped()).isFalse();

        installations.stop();
        assertThat(installations.stopped()).isTrue();
    }

    @Test
    void startNothingAfterTheirEnd() {
        Installations installations = new Installations();
        installations.close();

        assertThatThrownBy(() -> installations.start(Path.of("server.jar"), List.of()))
                .isInstanceOf(Refused.class)
                .hasMessage("The bench was stopped.");
    }
}
