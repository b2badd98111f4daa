package org.housecall.zoom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.housecall.appointments.Appointments;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.jobs.RecurringJob;
import org.housecall.platform.CurrentClinic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Renews tokens before anybody needs them: those that run out while visits begin, so that no doctor waits for Zoom's token
 * endpoint, and once a week those of idle connections, so that the 90 days of a refresh token never pass.
 */
@Component
class TokenUpkeep implements RecurringJob {

    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration AHEAD = Duration.ofMinutes(15);

    /** And up to a day more, a different one for each connection, so that not all of them come at once. */
    private static final Duration IDLE = Duration.ofDays(6);

    private static final int MOST_SOON = 200;
    private static final int MOST_IDLE = 20;

    private final JdbcClient jdbc;
    private final ConnectionTokens tokens;
    private final Clinics clinics;
    private final Doctors doctors;
    private final Appointments appointments;
    private final Clock clock;

    TokenUpkeep(
            JdbcClient jdbc,
            ConnectionTokens tokens,
            Clinics clinics,
            Doctors doctors,
            Appointments appointments,
            Clock clock) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.clinics = clinics;
        this.doctors = doctors;
        this.appointments = appointments;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "renew-zoom-tokens";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(2);
    }

    @Override
    public void run() {
        if (renew(neededSoon())) {
            renew(idle());
        }
    }

    /** False where Zoom does not answer: the rest can wait for the next run. */
    private boolean renew(List<UUID> connectionIds) {
        for (UUID id : connectionIds) {
            if (tokens.keepFor(id, AHEAD) instanceof TokenUse.Unusable(var why)
                    && (why instanceof ZoomAnswer.NotSent || why instanceof ZoomAnswer.TooFast)) {
                return false;
            }
        }
        return true;
    }

    private List<UUID> neededSoon() {
        Set<UUID> accountIds = new HashSet<>();
        for (Clinic clinic : clinics.all()) {
            CurrentClinic.in(clinic.id(), () -> accountIds.addAll(withVisitsSoon()));
        }
        return jdbc.sql("""
                        select id from zoom_connection
                        where status = 'CONNECTED' and account_id = any(?) and access_expires_at < ?
                        order by access_expires_at limit ?""")
                .params(accountIds.toArray(UUID[]::new), utc(clock.instant().plus(AHEAD)), MOST_SOON)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private List<UUID> withVisitsSoon() {
        Instant now = clock.instant();
        return appointments.liveVideoBetween(now, now.plus(SOON)).keySet().stream()
                .map(doctorId -> doctors.find(doctorId).map(Doctor::accountId).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    /** In no order, so that some that cannot be renewed do not keep the others from it. */
    private List<UUID> idle() {
        return jdbc.sql("""
                        select id from zoom_connection
                        where status = 'CONNECTED'
                          and refreshed_at + make_interval(secs => abs(hashtext(id::text) % 86400)) < ?
                        order by random() limit ?""")
                .params(utc(clock.instant().minus(IDLE)), MOST_IDLE)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
