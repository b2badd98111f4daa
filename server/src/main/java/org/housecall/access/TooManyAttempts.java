package org.housecall.access;

import java.time.Duration;
import org.housecall.platform.Problem;
import org.springframework.http.HttpStatus;

/** Somebody tries too often; the document tells for how long to wait. */
class TooManyAttempts extends Problem {

    TooManyAttempts(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts");
        property(RETRY_AFTER, Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
