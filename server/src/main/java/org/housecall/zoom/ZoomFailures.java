package org.housecall.zoom;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads Zoom's answers: by Zoom's own code first and by the HTTP status second, because Zoom is inconsistent about the latter. */
@Component
class ZoomFailures {

    private final Clock clock;

    ZoomFailures(Clock clock) {
        this.clock = clock;
    }

    ZoomAnswer read(ResponseEntity<byte[]> response) {
        JsonNode body = Fields.object(response.getBody());
        return response.getStatusCode().is2xxSuccessful() ? new ZoomAnswer.Done(body) : failure(response, body);
    }

    /** Zoom's own code for a failure; null where it gives none. */
    static @Nullable Integer code(ResponseEntity<byte[]> response) {
        OptionalLong code = Fields.number(Fields.object(response.getBody()), "code");
        return code.isEmpty() || response.getStatusCode().is2xxSuccessful()
                ? null
                : Integer.valueOf((int) code.getAsLong());
    }

    private ZoomAnswer failure(ResponseEntity<byte[]> response, JsonNode body) {
        String message = String.valueOf(Fields.text(body, "message"));
        if (message.contains("does not contain scopes")) {
            return new ZoomAnswer.ScopesMissing(); // 400 with code 4711; with 4700 for apps with classic scopes
        }
        return switch ((int) Fields.number(body, "code").orElse(0)) {
            case 124 -> new ZoomAnswer.TokenRefused();
            case 4711 -> new ZoomAnswer.ScopesMissing();
            case 3001 -> new ZoomAnswer.NoSuchMeeting();
            case 3003 -> new ZoomAnswer.NotTheHost();
            case 3002 -> new ZoomAnswer.InProgress();
            case 3007 -> new ZoomAnswer.Over();
            case 3000 -> inaccessible(message);
            case 1001, 1010, 1120, 3161, 200 -> new ZoomAnswer.HostUnusable();
            case 429 -> limited(response.getHeaders(), message);
            // 3018, 3037, 3063: a personal, PAC or on-premise meeting, none of which we make
            case 300, 3018, 3037, 3063 -> new ZoomAnswer.Rejected();
            default -> byStatus(response, body, message);
        };
    }

    /** One code for many causes: only the words tell a meeting that is gone from a wish that is refused. */
    private static ZoomAnswer inaccessible(String message) {
        if (message.contains("started")) {
            return new ZoomAnswer.InProgress();
        }
        if (message.contains("cannot schedule")) {
            return new ZoomAnswer.HostUnusable();
        }
        return message.contains("Cannot access") ? new ZoomAnswer.Inaccessible() : new ZoomAnswer.Rejected();
    }

    private ZoomAnswer byStatus(ResponseEntity<byte[]> response, JsonNode body, String message) {
        int status = response.getStatusCode().value();
        if (status == 429) {
            return limited(response.getHeaders(), message);
        }
        if (status == 400 && isXml(response)) {
            return new ZoomAnswer.Rejected(); // a passcode against the account's policy has been answered in XML
        }
        if (!body.isObject() || status >= 500 || status == 408 || status < 400) {
            return new ZoomAnswer.Lost(); // a gateway's: a 404 of this kind says nothing about the meeting
        }
        return status == 401 ? new ZoomAnswer.TokenRefused() : new ZoomAnswer.Rejected();
    }

    /** Four kinds, told apart by their words: the headers of the third look healthy while the host is blocked. */
    private ZoomAnswer limited(HttpHeaders headers, String message) {
        Instant now = clock.instant();
        if (message.contains("particular user")) {
            return new ZoomAnswer.DayIsFull(RetryTime.nextDay(now));
        }
        if (message.contains("Too many concurrent requests")) {
            return new ZoomAnswer.TooFast(RetryTime.soon(now));
        }
        boolean daily =
                message.contains("daily") || "Daily-limit".equalsIgnoreCase(headers.getFirst("X-RateLimit-Type"));
        Optional<Instant> retryAfter = RetryTime.parse(headers.getFirst(HttpHeaders.RETRY_AFTER), now);
        return daily
                ? new ZoomAnswer.AccountDayIsFull(retryAfter.orElseGet(() -> RetryTime.nextDay(now)))
                : new ZoomAnswer.TooFast(retryAfter.map(RetryTime::spread).orElseGet(() -> RetryTime.soon(now)));
    }

    private static boolean isXml(ResponseEntity<byte[]> response) {
        MediaType type = contentType(response.getHeaders());
        if (type != null && type.getSubtype().equals("xml")) {
            return true;
        }
        byte[] body = response.getBody();
        return body != null
                && new String(body, StandardCharsets.UTF_8).stripLeading().startsWith("<?xml");
    }

    private static @Nullable MediaType contentType(HttpHeaders headers) {
        try {
            return headers.getContentType();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether a failure without an answer came before anything was sent. Everything else may have happened. */
    static boolean nothingWasSent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }
}
