package org.housecall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.housecall.Api;
import org.housecall.OwnServer;
import org.housecall.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** How long a session lives that stays in use, on a server whose clock can be set. */
class SessionLifetimeTests {

    private static final SettableClock CLOCK = new SettableClock();

    @TempDir
    static Path dataDir;

    private static @Nullable ConfigurableApplicationContext server;

    @BeforeAll
    static void start() {
        server = OwnServer.start(
                dataDir,
                Map.of(
                        "housecall.admin.email", TestServer.ADMIN_EMAIL,
                        "housecall.admin.password", TestServer.ADMIN_PASSWORD,
                        "housecall.sign-in.longest-session", "9h"),
                ByThatClock.class);
    }

    @AfterAll
    static void stop() {
        running().close();
    }

    private static ConfigurableApplicationContext running() {
        return Objects.requireNonNull(server);
    }

    private static Api signedIn() {
        return Api.of(running()).signIn(TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);
    }

    @Test
    void endsAfterTheTimeThatIsSetHoweverMuchItIsUsed() {
        Api person = signedIn();
        for (int hour = 1; hour < 9; hour++) {
            CLOCK.goOn(Duration.ofHours(1));
            assertThat(person.get("/api/v1/session").status())
                    .as("after %s hours", hour)
                    .isEqualTo(200);
        }

        CLOCK.goOn(Duration.ofMinutes(59));
        assertThat(person.get("/api/v1/session").status()).isEqualTo(200);
        CLOCK.goOn(Duration.ofMinutes(1));
        assertThat(person.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(person.get("/api/v1/clinics").status()).isEqualTo(401);
    }

    @Test
    void livesNoLongerForBeingConfirmed() {
        Api person = signedIn();
        CLOCK.goOn(Duration.ofHours(8));
        assertThat(person.post("/api/v1/session/confirmation", Map.of("password", TestServer.ADMIN_PASSWORD))
                        .status())
                .isEqualTo(204);

        CLOCK.goOn(Duration.ofHours(1));

        assertThat(person.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void isNotListedOnceItIsOver() {
        signedIn();
        CLOCK.goOn(Duration.ofHours(8));
        Api later = signedIn();
        int before = later.get("/api/v1/account/sessions").json().path("items").size();

        CLOCK.goOn(Duration.ofHours(1));

        assertThat(before).isGreaterThanOrEqualTo(2);
        assertThat(later.get("/api/v1/account/sessions").json().path("items")).hasSize(1);
    }

    @Test
    void isADayUnlessToldOtherwise() {
        Sessions sessions = TestServer.bean(Sessions.class);
        Instant now = TestServer.bean(Clock.class).instant();

        assertThat(sessions.isOver(now.minus(Duration.ofHours(24)).plusSeconds(60)))
                .isFalse();
        assertThat(sessions.isOver(now.minus(Duration.ofHours(24)))).isTrue();
    }

    /** Not found by the scan: only this server gets it. */
    static final class ByThatClock {
        @Bean
        @Primary
        Clock settableClock() {
            return CLOCK;
        }
    }

    private static final class SettableClock extends Clock {

        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

        void goOn(Duration time) {
            now.updateAndGet(it -> it.plus(time));
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
