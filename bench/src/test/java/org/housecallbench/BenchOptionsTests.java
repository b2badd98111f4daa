package org.housecallbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchOptionsTests {

    @Test
    void takesTheLastWord() {
        BenchOptions options =
                BenchOptions.parse(List.of("--quick", "--seconds", "7", "--server-options", "-Xmx1g  -Xlog:gc"));

        assertThat(options.seconds()).isEqualTo(7);
        assertThat(options.rounds()).isEqualTo(1);
        assertThat(options.rate()).isEqualTo(200);
        assertThat(options.serverOptions()).containsExactly("-Xmx1g", "-Xlog:gc");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--rate", "fast")))
                .isInstanceOf(Refused.class)
                .hasMessage("--rate takes a number from 1 to 99999999, not fast.");
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--rate"))).hasMessage("--rate needs a value.");
    }
}
