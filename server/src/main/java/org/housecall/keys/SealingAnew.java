package org.housecall.keys;

import java.time.Duration;
import java.util.List;
import org.housecall.jobs.RecurringJob;
import org.housecall.platform.KeysInUse;
import org.housecall.platform.SecretBox;
import org.springframework.stereotype.Component;

/**
 * Brings every value under the newest key. It keeps no account of its own: what is left can be told from the values, so
 * it goes on wherever it was interrupted, and stops for good when old keys have been dropped.
 */
@Component
class SealingAnew implements RecurringJob {

    private final KeysInUse keys;
    private final SealedValues values;
    private final SecretBox box;

    SealingAnew(KeysInUse keys, SealedValues values, SecretBox box) {
        this.keys = keys;
        this.values = values;
        this.box = box;
    }

    @Override
    public String kind() {
        return "seal-anew";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        List<Integer> known = keys.all();
        // A server that was not started since the last change would bring all of it back under the key before.
        if (known.size() > 1 && known.getLast() == box.primary()) {
            values.sealAnew(box);
        }
    }
}
