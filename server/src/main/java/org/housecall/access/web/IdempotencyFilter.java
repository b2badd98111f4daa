package org.housecall.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.access.IdempotencyKeys;
import org.housecall.access.IdempotencyKeys.Answer;
import org.housecall.access.IdempotencyKeys.Claim;
import org.housecall.access.Viewer;
import org.housecall.platform.Problem;
import org.housecall.platform.web.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Works once on what a signed-in account sends more than once under the same {@code Idempotency-Key}, and answers the same again. */
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    static final int LONGEST_KEY = 200;
    static final List<HttpMethod> UNSAFE =
            List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final int LARGEST_BODY = 1024 * 1024;
    private static final List<String> REPEATED =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CACHE_CONTROL, HttpHeaders.ETAG, HttpHeaders.LOCATION);

    private final IdempotencyKeys keys;
    private final ProblemWriter problems;

    IdempotencyFilter(IdempotencyKeys keys, ProblemWriter problems) {
        this.keys = keys;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !UNSAFE.contains(HttpMethod.valueOf(request.getMethod()))
                || !request.getServletPath().startsWith("/api/v1/")
                || opensOrEndsSession(request);
    }

    /** An answer that is repeated opens no session. */
    private static boolean opensOrEndsSession(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/v1/session")
                || request.getServletPath().startsWith("/api/v1/sign-in-links");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        UUID accountId = Viewer.current().map(Viewer::accountId).orElse(null);
        if (accountId == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            byte[] body = body(request);
            switch (keys.claim(accountId, key(request), fingerprint(request, body))) {
                case Claim.First first -> work(first, new RepeatableRequest(request, body), response, chain);
                case Claim.Answered(var answer) -> repeat(answer, response);
                case Claim.Busy() -> throw new Problem(HttpStatus.CONFLICT, "idempotency-key-busy");
                case Claim.OfAnother(var differs) -> throw new KeyReused(differs);
            }
        } catch (Problem problem) {
            problems.write(response, problem);
        }
    }

    private void work(Claim.First claim, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean worked = false;
        try {
            chain.doFilter(request, answer);
            worked = answer.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value();
        } finally {
            if (!worked) {
                keys.release(claim);
            }
        }
        if (worked) {
            keys.keep(claim, new Answer(answer.getStatus(), headers(answer), text(answer)));
        }
        answer.copyBodyToResponse();
    }

    private static void repeat(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static String key(HttpServletRequest request) {
        String key = request.getHeader(HEADER).strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw Problem.invalid(HEADER, "access.idempotency-key.length", LONGEST_KEY);
        }
        return key;
    }

    private static IdempotencyKeys.Request fingerprint(HttpServletRequest request, byte[] body) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return IdempotencyKeys.Request.of(request.getMethod(), request.getRequestURI() + query, body);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        return body;
    }

    private static Map<String, String> headers(HttpServletResponse answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : REPEATED) {
            String value = answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static String text(ContentCachingResponseWrapper answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** The problem document names what differs from the first request. */
    private static final class KeyReused extends Problem {
        KeyReused(List<String> differs) {
            super(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
            differs.forEach(part -> error(part, "access.idempotency-key.differs"));
        }
    }
}
