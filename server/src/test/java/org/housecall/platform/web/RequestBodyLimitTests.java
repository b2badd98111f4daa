package org.housecall.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.housecall.platform.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;

/** A body that comes in drops; what is too large is in HardeningTests. */
class RequestBodyLimitTests {

    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    @Test
    void isGivenUpAfterAMinute() throws IOException {
        ServletInputStream body = new RequestBodyLimit.Body(
                new DelegatingServletInputStream(
                        new ByteArrayInputStream("a body".getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                clock);

        assertThat(body.read()).isEqualTo('a');
        now = now.plus(Duration.ofSeconds(60));
        assertThat(body.read()).isEqualTo(' ');
        now = now.plus(Duration.ofSeconds(1));

        assertThatExceptionOfType(Problem.class).isThrownBy(body::read).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("too-slow");
            assertThat(problem.status().value()).isEqualTo(408);
        });
    }
}
