package org.housecall.platform.web;

import java.util.List;
import java.util.Map;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Every failure of a handler becomes a problem document that says what to do and nothing of our insides. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter problems;

    ProblemAdvice(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem) {
        ResponseEntity<ProblemDetail> answer = answer(problems.document(problem));
        Object wait = problem.properties().get(Problem.RETRY_AFTER);
        return wait == null
                ? answer
                : ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .header(HttpHeaders.RETRY_AFTER, wait.toString())
                        .body(answer.getBody());
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> unforeseen(Exception failure) {
        if (failure instanceof AsyncRequestNotUsableException) {
            return null; // the reader of a stream went away
        }
        log.error("A request failed", failure);
        return answer(problems.document(HttpStatus.INTERNAL_SERVER_ERROR, "internal"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Map<String, String>> errors = failure.getFieldErrors().stream()
                .map(error -> fieldError(error.getField(), words(error)))
                .toList();
        return body(problems.invalid(errors));
    }

    /** Of a parameter that cannot be read, Spring's own words would name our classes. */
    private String words(FieldError error) {
        return error.contains(TypeMismatchException.class)
                ? allowedFor(error.unwrap(TypeMismatchException.class).getRequiredType())
                : String.valueOf(error.getDefaultMessage());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Map<String, String>> errors = failure.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> fieldError(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
        return body(problems.invalid(errors));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure.getCause() instanceof DatabindException mismatch
                && !mismatch.getPath().isEmpty()) {
            return body(problems.invalid(List.of(fieldError(path(mismatch), allowed(mismatch)))));
        }
        return body(problems.document(HttpStatus.BAD_REQUEST, "malformed"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure instanceof MethodArgumentTypeMismatchException argument) {
            if (argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
                return body(problems.document(HttpStatus.NOT_FOUND, "not-found"));
            }
            return body(
                    problems.invalid(List.of(fieldError(argument.getName(), allowedFor(argument.getRequiredType())))));
        }
        return body(problems.document(HttpStatus.BAD_REQUEST, "malformed"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return body(
                problems.invalid(List.of(fieldError(failure.getParameterName(), problems.message("field.required")))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String code = known == null
                ? "malformed"
                : switch (known) {
                    case NOT_FOUND -> "not-found";
                    case METHOD_NOT_ALLOWED -> "method-not-allowed";
                    case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE -> "media-type";
                    default -> status.is5xxServerError() ? "internal" : "malformed";
                };
        return new ResponseEntity<>(
                problems.document(known == null ? HttpStatus.BAD_REQUEST : known, code), headers, status);
    }

    private static String path(DatabindException mismatch) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : mismatch.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private String allowed(DatabindException mismatch) {
        return mismatch instanceof tools.jackson.databind.exc.MismatchedInputException input
                ? allowedFor(input.getTargetType())
                : problems.message("field.invalid");
    }

    private String allowedFor(@Nullable Class<?> type) {
        if (type == null) {
            return problems.message("field.invalid");
        }
        if (type.isEnum()) {
            return problems.message("field.one-of", java.util.Arrays.toString(type.getEnumConstants()));
        }
        return switch (type.getSimpleName()) {
            case "String" -> problems.message("field.text");
            case "UUID" -> problems.message("field.uuid");
            case "Instant" -> problems.message("field.instant");
            case "LocalDate" -> problems.message("field.date");
            case "LocalTime" -> problems.message("field.time");
            case "int", "Integer", "long", "Long" -> problems.message("field.number");
            case "boolean", "Boolean" -> problems.message("field.boolean");
            default -> problems.message("field.invalid");
        };
    }

    private static Map<String, String> fieldError(String field, String message) {
        return Map.of("field", field, "message", message);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail document) {
        return ResponseEntity.status(document.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document);
    }

    private static ResponseEntity<Object> body(ProblemDetail document) {
        return ResponseEntity.status(document.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document);
    }
}
