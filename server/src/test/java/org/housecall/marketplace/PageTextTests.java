package org.housecall.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTextTests {

    private static final PageText TEXT = new PageText(
            "Support",
            "From {company}.",
            List.of(new PageText.Part(null, "Write", "To {email}, [NAME] or {who}.\n\nTODO")));

    @Test
    void takesTheListingsValuesAndNothingElseIn() {
        Article article = TEXT.filled(Map.of("{company}", "A {email} & B", "{email}", "a@b.example"));

        assertThat(article.lead()).isEqualTo("From A {email} & B.");
        assertThat(article.plain()).isEqualTo("Write\nTo a@b.example, [NAME] or {who}.\nTODO");
    }

    @Test
    void knowsWhatIsLeftToFillIn() {
        assertThat(TEXT.blanks()).containsExactly("[NAME]", "{who}", "TODO");
        assertThat(new PageText("T", "{company} [see below]", List.of()).blanks())
                .isEmpty();
    }

    @Test
    void isItsOwnFingerprint() {
        assertThat(TEXT.fingerprint())
                .isEqualTo(new PageText(TEXT.title(), TEXT.lead(), TEXT.parts()).fingerprint())
                .isNotEqualTo(new PageText("Help", TEXT.lead(), TEXT.parts()).fingerprint());
    }
}
