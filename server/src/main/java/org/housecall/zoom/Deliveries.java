package org.housecall.zoom;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What Zoom has delivered already, and what we followed. Nothing of the content is kept but its hash. */
@Repository
class Deliveries {

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes a delivery, in the caller's transaction; false where it came before. */
    boolean isNew(Delivery delivery) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        // In one order, or two deliveries with the same names block each other.
        Set<String> names = new TreeSet<>(List.of(delivery.request(), delivery.content()));
        int noted = 0;
        for (String name : names) {
            noted += jdbc.sql(
                            "insert into zoom_delivery (app_id, delivery, received_at) values (?, ?, ?) on conflict do nothing")
                    .params(delivery.appId(), name, now)
                    .update();
        }
        return noted == names.size();
    }

    void forget(UUID appId) {
        jdbc.sql("delete from zoom_delivery where app_id = ?").param(appId).update();
    }

    void forgetBefore(Instant time) {
        jdbc.sql("delete from zoom_delivery where received_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
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
