package org.housecall.zoom;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notifications that wait to be followed. */
@Repository
class ZoomEvents {

    private static final RowMapper<ZoomEvent> ROW = new SimplePropertyRowMapper<>(ZoomEvent.class);

    private final JdbcClient jdbc;

    ZoomEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ZoomEvent event) {
        jdbc.sql("""
                        insert into zoom_event (id, app_id, kind, meeting_ref, marker, zoom_user, occurred_at)
                        values (:id, :app, :kind, :ref, :marker, :user, :at)""")
                .param("id", event.id())
                .param("app", event.appId())
                .param("kind", event.kind().name())
                .param("ref", event.meetingRef())
                .param("marker", event.marker())
                .param("user", event.zoomUser())
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ZoomEvent> find(UUID id) {
        return jdbc.sql("select * from zoom_event where id = ?")
                .param(id)
                .query(ROW)
                .optional();
    }

    void remove(UUID id) {
        jdbc.sql("delete from zoom_event where id = ?").param(id).update();
    }

    /** All that an app signed. */
    void forget(UUID appId) {
        jdbc.sql("delete from zoom_event where app_id = ?").param(appId).update();
    }
}
