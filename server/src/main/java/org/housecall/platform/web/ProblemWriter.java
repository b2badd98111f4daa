package org.housecall.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.housecall.platform.Problem;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts a problem into words of the reader's language, from the message catalogue. */
@Component
public class ProblemWriter {

    /** Left out when written. Otherwise Spring puts the request's path there, and some paths are keys. */
    private static final URI NO_INSTANCE = URI.create("");

    private final MessageSource messages;
    private final JsonMapper json;

    ProblemWriter(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    public ProblemDetail document(Problem problem) {
        ProblemDetail document = document(problem.status(), problem.code());
        if (!problem.errors().isEmpty()) {
            document.setProperty(
                    "errors", problem.errors().stream().map(this::error).toList());
        }
        problem.properties().forEach(document::setProperty);
        return document;
    }

    ProblemDetail document(HttpStatus status, String code) {
        Locale locale = LocaleContextHolder.getLocale();
        ProblemDetail document = ProblemDetail.forStatus(status);
        document.setType(URI.create("urn:housecall:problem:" + code));
        document.setTitle(messages.getMessage("problem." + code + ".title", null, locale));
        document.setDetail(messages.getMessage("problem." + code + ".detail", null, locale));
        document.setProperty("code", code);
        document.setInstance(NO_INSTANCE);
        return document;
    }

    /** A problem document with field errors that are in words already. */
    ProblemDetail invalid(List<Map<String, String>> errors) {
        ProblemDetail document = document(HttpStatus.UNPROCESSABLE_CONTENT, "invalid");
        document.setProperty("errors", errors);
        return document;
    }

    String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private Map<String, String> error(Problem.FieldError error) {
        return Map.of(
                "field", error.field(),
                "message", message(error.messageKey(), error.arguments().toArray()));
    }

    /** Writes the document where no handler is running, as in a filter. */
    public void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(document(problem)));
    }
}
