package org.housecall.meetings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a clinic holds its video visits.
 *
 * @param joinOpensBefore how long before its start a patient may join
 * @param joinClosesAfter how long after its end a patient may still join
 */
public record VideoRules(Duration joinOpensBefore, Duration joinClosesAfter, Fallback fallback) {

    /**
     * What patients do when there is no way into the meeting at its time.
     *
     * @param phone the doctor or the clinic is reached by
     * @param link another place to meet; http or https
     * @param words to go with them
     */
    public record Fallback(
            @Nullable String phone,
            @Nullable String link,
            @Nullable String words) {

        public static final Fallback NONE = new Fallback(null, null, null);

        public boolean isNone() {
            return equals(NONE);
        }
    }
}
