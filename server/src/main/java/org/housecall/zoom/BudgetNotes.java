package org.housecall.zoom;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Secret;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is known of budgets besides their counts: until when Zoom refuses, and whether people were told today. */
@Repository
class BudgetNotes {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BudgetNotes(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    Optional<Instant> pausedUntil(String name) {
        return jdbc.sql("select paused_until from zoom_budget where name = ? and paused_until is not null")
                .param(hidden(name))
                .query((row, number) ->
                        row.getObject("paused_until", OffsetDateTime.class).toInstant())
                .optional();
    }

    void pause(String name, Instant until) {
        jdbc.sql("""
                        insert into zoom_budget (name, paused_until) values (?, ?)
                        on conflict (name) do update set paused_until = excluded.paused_until""").params(hidden(name), until.atOffset(ZoneOffset.UTC)).update();
    }

    /** Publishes the warning, unless that has been done today. */
    @Transactional
    void warn(String name, NearlyUsedUp warning) {
        if (isFirstToday(name)) {
            events.publishEvent(warning.toldFirst(isFirstToday("clinic " + CurrentClinic.idOrNone())));
        }
    }

    private boolean isFirstToday(String name) {
        return jdbc.sql("""
                        insert into zoom_budget (name, warned_on) values (?, ?)
                        on conflict (name) do update set warned_on = excluded.warned_on
                        where zoom_budget.warned_on is distinct from excluded.warned_on""")
                        .params(hidden(name), LocalDate.now(clock.withZone(ZoneOffset.UTC)))
                        .update()
                == 1;
    }

    /** A budget's name has ids of Zoom's users and accounts in it, which are to go with their connection. */
    private static String hidden(String name) {
        return HexFormat.of().formatHex(Secret.hash("zoom-budget " + name));
    }

    /** Drops what is over. */
    void forgetBefore(Instant time) {
        OffsetDateTime limit = time.atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        delete from zoom_budget
                        where coalesce(paused_until, '-infinity') < ? and coalesce(warned_on, '-infinity') < ?""").params(limit, limit.toLocalDate()).update();
    }
}
