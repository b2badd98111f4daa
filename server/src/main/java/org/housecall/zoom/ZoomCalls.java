package org.housecall.zoom;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Makes a call and logs it: what was called and how it went, never a query, a body or a token. */
@Component
class ZoomCalls {

    private static final Logger log = LoggerFactory.getLogger(ZoomCalls.class);

    /** What the wire gave: a response, or none. */
    sealed interface Wire {
        record Response(ResponseEntity<byte[]> response) implements Wire {}

        record NoAnswer(boolean sent) implements Wire {}
    }

    Wire make(String operation, Supplier<ResponseEntity<byte[]>> call) {
        long begun = System.nanoTime();
        try {
            ResponseEntity<byte[]> response = call.get();
            log.info(
                    "Zoom {}: {} in {} ms, x-zm-trackingid {}",
                    operation,
                    response.getStatusCode().value(),
                    since(begun),
                    trackingId(response));
            return new Wire.Response(response);
        } catch (RestClientException e) {
            boolean sent = !ZoomFailures.nothingWasSent(e);
            log.warn(
                    "Zoom {}: no answer after {} ms, {} ({})",
                    operation,
                    since(begun),
                    sent ? "possibly received" : "not sent",
                    e.getMostSpecificCause().getClass().getSimpleName());
            return new Wire.NoAnswer(sent);
        }
    }

    private static long since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    /** What Zoom's support asks for; a dash where there is none. */
    static String trackingId(ResponseEntity<byte[]> response) {
        return Optional.ofNullable(response.getHeaders().getFirst("x-zm-trackingid"))
                .map(id -> id.substring(0, Math.min(id.length(), 80)))
                .orElse("-");
    }
}
