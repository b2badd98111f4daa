package org.housecall.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.housecall.jobs.RecurringJob;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets links, wishes and tokens a month after they ran out; until then one can see what became of them. */
@Component
class AccessHousekeeping implements RecurringJob {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final List<String> RUN_OUT = List.of("mailed_link", "address_change", "invitation", "api_token");

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessHousekeeping(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "access-housekeeping";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        OffsetDateTime limit = OffsetDateTime.now(clock).minus(KEPT);
        RUN_OUT.forEach(table -> jdbc.sql("delete from " + table + " where expires_at < ?")
                .param(limit)
                .update());
    }
}
