package org.housecall.zoom;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has really happened with each app, and when last. Noting it never fails what is noted. */
@Repository
public class Observations {

    private static final Logger log = LoggerFactory.getLogger(Observations.class);
    private static final RowMapper<Observation> ROW = new SimplePropertyRowMapper<>(Observation.class);

    /** Calls come by the hundred: this node asks the database no more often than so. */
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final ZoomSettings settings;
    private final Clock clock;
    private final Map<Noted, Instant> noted = new ConcurrentHashMap<>();

    Observations(JdbcClient jdbc, ZoomSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    private record Noted(UUID appId, Observation.Fact fact, String detail) {}

    /** What was seen since the app's credentials were last changed, the latest first. */
    public List<Observation> of(UUID appId) {
        return jdbc.sql(
                        "select fact, detail, simulated, seen_at from zoom_observation where app_id = ? order by seen_at desc")
                .param(appId)
                .query(ROW)
                .list();
    }

    void note(UUID appId, Observation.Fact fact) {
        note(appId, fact, "");
    }

    void scopeUsed(UUID appId, Scope scope) {
        note(appId, Observation.Fact.SCOPE_USED, scope.id());
    }

    /**
     * Notes that somebody connected.
     *
     * @param redirectUrl by which they came back from Zoom
     * @param added whether Zoom's own Add button led to it
     */
    void connected(UUID appId, URI redirectUrl, boolean added) {
        note(appId, Observation.Fact.CONNECTED, redirectUrl.toString());
        if (added) {
            note(appId, Observation.Fact.ADDED);
        }
    }

    void note(UUID appId, Observation.Fact fact, String detail) {
        Instant now = clock.instant();
        Noted what = new Noted(appId, fact, detail);
        boolean often = !fact.precision().isZero();
        Instant before = noted.get(what);
        if (often && before != null && before.isAfter(now.minus(ASKED_AGAIN))) {
            return;
        }
        try {
            write(what, now);
            if (often) {
                noted.put(what, now);
            }
        } catch (DataAccessException e) {
            log.warn("Not noted that {} happened: {}", fact, e.getClass().getSimpleName());
        }
    }

    /** Of an app whose credentials have just been removed nothing is noted. */
    private void write(Noted what, Instant now) {
        jdbc.sql("""
                        insert into zoom_observation (app_id, fact, detail, simulated, seen_at)
                        select id, :fact, :detail, :simulated, :now from zoom_app where id = :app and client_id is not null
                        on conflict (app_id, fact, detail, simulated) do update set seen_at = excluded.seen_at
                        where zoom_observation.seen_at <= :before""")
                .param("app", what.appId())
                .param("fact", what.fact().name())
                .param("detail", what.detail())
                .param("simulated", !settings.isZoomsOwn())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", now.minus(what.fact().precision()).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was seen says nothing about the app as it is now. */
    void forget(UUID appId) {
        jdbc.sql("delete from zoom_observation where app_id = ?").param(appId).update();
        noted.keySet().removeIf(what -> what.appId().equals(appId));
    }

    /** Zoom signs with another secret from now on. */
    void forgetEvents(UUID appId) {
        jdbc.sql("delete from zoom_observation where app_id = ? and fact in ('EVENT_HEARD', 'URL_VALIDATED')")
                .param(appId)
                .update();
        noted.keySet().removeIf(what -> what.appId().equals(appId));
    }
}
