package org.housecall.zoom;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What Zoom has delivered already. Nothing of the content is kept but its hash. */
@Repository
class Deliveries {

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean known(Delivery delivery) {
        return jdbc.sql("select exists (select from zoom_delivery where app_id = ? and delivery in (?, ?))")
                .params(delivery.appId(), delivery.request(), delivery.content())
                .query(Boolean.class)
                .single();
    }

    void remember(Delivery delivery) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into zoom_delivery (app_id, delivery, received_at) values (?, ?, ?), (?, ?, ?)
                        on conflict do nothing""")
                .params(delivery.appId(), delivery.request(), now, delivery.appId(), delivery.content(), now)
                .update();
    }

    /** When the app's latest signed delivery came. */
    Optional<Instant> latest(UUID appId) {
        return jdbc.sql("select received_at from zoom_delivery where app_id = ? order by received_at desc limit 1")
                .param(appId)
                .query(Instant.class)
                .optional();
    }

    void forget(UUID appId) {
        jdbc.sql("delete from zoom_delivery where app_id = ?").param(appId).update();
    }

    /** Forgets older ones, but for each app's latest, which shows that its deliveries arrive. */
    void forgetBefore(Instant time) {
        jdbc.sql("""
                        delete from zoom_delivery old
                        where received_at < ? and received_at < (select max(received_at) from zoom_delivery where app_id = old.app_id)""").param(time.atOffset(ZoneOffset.UTC)).update();
    }

    /**
     * One delivery by its two names: Zoom's, the same in all its repetitions, and the content's, the same when
     * overlapping subscriptions send it twice.
     */
    record Delivery(UUID appId, String request, String content) {

        static Delivery of(UUID appId, @Nullable String requestId, byte[] body) {
            String content = "content:" + sha256(body);
            boolean named = requestId != null && !requestId.isBlank() && requestId.length() <= 200;
            return new Delivery(appId, named ? "request:" + requestId : content, content);
        }

        private static String sha256(byte[] body) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
