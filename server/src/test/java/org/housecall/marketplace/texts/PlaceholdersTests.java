package org.housecall.marketplace.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTests {

    @Test
    void fillsInWhatIsKnownToTheLetter() {
        assertThat(Placeholders.fill("{company}, {email}", Map.of("company", "A $1 \\ {email}")))
                .isEqualTo("A $1 \\ {email}, {email}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{email}",
                "{Your company}",
                "[COMPANY]",
                "<YOUR NAME>",
                "a ____ b",
                "TODO",
                "TBD",
                "XXX",
                "Lorem ipsum"
            })
    void seesWhatIsLeftToBeFilledIn(String text) {
        assertThat(Placeholders.in("Before " + text + " after")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "a <b> c", "snake_case", "x-zm-signature", "Toledo", "[see below]"})
    void leavesWordsAlone(String text) {
        assertThat(Placeholders.in("Before " + text + " after")).isEmpty();
    }
}
