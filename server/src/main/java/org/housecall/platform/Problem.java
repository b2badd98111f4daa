package org.housecall.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, for the caller: becomes an RFC 9457 problem document. The code is the last part of its type; its
 * title and detail are the messages {@code problem.<code>.title} and {@code problem.<code>.detail}.
 */
public class Problem extends RuntimeException {

    /** What is wrong with one field, and what is allowed: a message key and its arguments. */
    public record FieldError(String field, String messageKey, List<Object> arguments) {}

    /** For how many seconds to wait. */
    public static final String RETRY_AFTER = "retryAfterSeconds";

    private final HttpStatus status;
    private final String code;
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, Object> properties = new LinkedHashMap<>();

    public Problem(HttpStatus status, String code) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** There is no such thing, or the caller may not see it: the two look alike on purpose. */
    public static Problem notFound() {
        return new Problem(HttpStatus.NOT_FOUND, "not-found");
    }

    public static Problem forbidden() {
        return new Problem(HttpStatus.FORBIDDEN, "forbidden");
    }

    public static Problem unauthenticated() {
        return new Problem(HttpStatus.UNAUTHORIZED, "unauthenticated");
    }

    /** A field's value is not allowed; the message says what is. */
    public static Problem invalid(String field, String messageKey, Object... arguments) {
        Problem problem = new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid");
        problem.error(field, messageKey, arguments);
        return problem;
    }

    /** A field's value is taken by something else. */
    public static Problem conflict(String field, String messageKey, Object... arguments) {
        Problem problem = new Problem(HttpStatus.CONFLICT, "conflict");
        problem.error(field, messageKey, arguments);
        return problem;
    }

    /** Adds what is wrong with one field. */
    protected void error(String field, String messageKey, Object... arguments) {
        errors.add(new FieldError(field, messageKey, List.of(arguments)));
    }

    /** Adds a member to the problem document; {@link #RETRY_AFTER} becomes a header as well. */
    protected void property(String name, Object value) {
        properties.put(name, value);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> properties() {
        return properties;
    }
}
