package org.housecallbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulingOptionsTests {

    @Test
    void hasAsManyBusyClinicsAsTheSmallestSizeFills() {
        assertThat(SchedulingOptions.parse(List.of()).busyClinics()).isEqualTo(5);
        assertThat(SchedulingOptions.parse(List.of("--rows", "4000,8000")).busyClinics())
                .isEqualTo(2);
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertThatThrownBy(() -> SchedulingOptions.parse(List.of("--rows", "20000,10000")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("--rows takes numbers that grow");
        assertThatThrownBy(() -> SchedulingOptions.parse(List.of("--rows", "3000")))
                .hasMessageContaining("a multiple of 2000");
        assertThatThrownBy(() -> SchedulingOptions.parse(List.of("--doctors", "249")))
                .hasMessageContaining("--doctors has 50 for each");
        assertThatThrownBy(() -> SchedulingOptions.parse(List.of("--clinics", "5")))
                .hasMessage("--clinics has to be more than 5.");
        assertThatThrownBy(() -> SchedulingOptions.parse(List.of("--rows", "2000", "--booking-seconds", "9999")))
                .hasMessage("There are not as many free slots as are to be booked.");
    }
}
