package org.housecall.zoom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.housecall.platform.SecretBox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Marks a way that began with Zoom's own Add button, which sends a code without state: so that where it ends, in a connection,
 * is known to have begun there. The mark says when, and nothing of whoever came.
 */
@Component
class AddButton {

    private static final String CONTEXT = "zoom-add-button";
    private static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private final SecretBox box;
    private final Clock clock;

    AddButton(SecretBox box, Clock clock) {
        this.box = box;
        this.clock = clock;
    }

    String mark() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(box.seal(clock.instant().toString(), CONTEXT));
    }

    /** Whether it is a mark of ours, and not from long ago. */
    boolean isFresh(@Nullable String mark) {
        if (mark == null) {
            return false;
        }
        try {
            Instant begun = Instant.parse(box.open(Base64.getUrlDecoder().decode(mark), CONTEXT));
            return begun.plus(GOOD_FOR).isAfter(clock.instant());
        } catch (IllegalArgumentException | SecretBox.SealBroken e) {
            return false; // typed, or cut off on the way
        }
    }
}
