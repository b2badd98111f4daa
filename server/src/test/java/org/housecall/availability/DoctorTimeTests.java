package org.housecall.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.housecall.clinics.Doctors;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DoctorTimeTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final JdbcClient jdbc = TestServer.bean(JdbcClient.class);
    private final String slot = clinic.start(1, 0);

    @Test
    void takesTheTimeOfAnExpiredHold() {
        giveAway("HOLD", Instant.now().minusSeconds(1), false);

        assertThat(clinic.book(slot).status()).isEqualTo(201);
        assertThat(given()).isEqualTo(1);
    }

    @Test
    void leavesTheTimeOfAStandingHold() {
        giveAway("HOLD", Instant.now().plusSeconds(300), false);

        assertThat(clinic.book(slot).status()).isEqualTo(409);
        assertThat(given()).isEqualTo(1);
    }

    @Test
    void leavesTimeThatWasGivenTwiceOnPurpose() {
        giveAway("APPOINTMENT", null, true);

        assertThat(clinic.book(slot).status()).isEqualTo(409);
    }

    private void giveAway(String kind, @Nullable Instant expiresAt, boolean override) {
        Instant start = Instant.parse(slot);
        jdbc.sql("""
                        insert into doctor_time (id, account_id, during, kind, ref, expires_at, override)
                        values (:id, :account, tstzrange(:start, :end), :kind, :ref, :expires, :override)""")
                .param("id", UUID.randomUUID())
                .param("account", account())
                .param("start", utc(start))
                .param("end", utc(start.plus(Duration.ofMinutes(30))))
                .param("kind", kind)
                .param("ref", UUID.randomUUID())
                .param("expires", expiresAt == null ? null : utc(expiresAt))
                .param("override", override)
                .update();
    }

    private long given() {
        return jdbc.sql("select count(*) from doctor_time where account_id = ?")
                .param(account())
                .query(Long.class)
                .single();
    }

    private UUID account() {
        return CurrentClinic.in(
                UUID.fromString(clinic.id),
                () -> Objects.requireNonNull(TestServer.bean(Doctors.class)
                        .find(UUID.fromString(clinic.doctorId))
                        .orElseThrow()
                        .accountId()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
