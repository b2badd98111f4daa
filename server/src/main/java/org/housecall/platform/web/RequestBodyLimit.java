package org.housecall.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.housecall.platform.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much of a request's body is read, and for how long: whether its length was announced or it comes in chunks. Whoever
 * reads on gets the {@link Problem}; a body that nobody asks for is none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestBodyLimit extends OncePerRequestFilter {

    static final int LARGEST = 1024 * 1024;
    static final Duration LONGEST = Duration.ofMinutes(1);

    private final Clock clock;

    RequestBodyLimit(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new LimitedRequest(request, clock), response);
    }

    /** A request with a limited body. */
    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final Clock clock;

        LimitedRequest(HttpServletRequest request, Clock clock) {
            super(request);
            this.clock = clock;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (getContentLengthLong() > LARGEST) {
                throw tooLarge();
            }
            return new Body(super.getInputStream(), clock);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static Problem tooLarge() {
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }

    /** Counts what is read. */
    static final class Body extends ServletInputStream {

        private final ServletInputStream whole;
        private final Clock clock;
        private final Instant end;
        private int left = LARGEST;

        Body(ServletInputStream whole, Clock clock) {
            this.whole = whole;
            this.clock = clock;
            this.end = clock.instant().plus(LONGEST);
        }

        @Override
        public int read() throws IOException {
            int read = whole.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = whole.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
            if (clock.instant().isAfter(end)) {
                throw new Problem(HttpStatus.REQUEST_TIMEOUT, "too-slow");
            }
        }

        @Override
        public boolean isFinished() {
            return whole.isFinished();
        }

        @Override
        public boolean isReady() {
            return whole.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            whole.setReadListener(listener);
        }
    }
}
