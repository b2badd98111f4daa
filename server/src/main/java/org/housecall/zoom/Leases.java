package org.housecall.zoom;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.housecall.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Short claims, shared by all nodes, on work that speaks HTTP and so cannot be held by a transaction. A holder that dies
 * loses its claim when the time is up; one that is merely slow may then have company, so what must not happen twice is
 * guarded by its own row as well.
 */
@Repository
class Leases {

    private final JdbcClient jdbc;
    private final Clock clock;

    Leases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Claims a name; empty where another holds it. */
    Optional<Lease> claim(String name, Duration goodFor) {
        UUID holder = Ids.next();
        OffsetDateTime now = OffsetDateTime.now(clock);
        int claimed = jdbc.sql("""
                        insert into zoom_lease (name, holder, expires_at) values (?, ?, ?)
                        on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
                        where zoom_lease.expires_at <= ?""").params(name, holder, now.plus(goodFor), now).update();
        return claimed == 1 ? Optional.of(new Lease(name, holder)) : Optional.empty();
    }

    private void release(Lease lease) {
        jdbc.sql("delete from zoom_lease where name = ? and holder = ?")
                .params(lease.name, lease.holder)
                .update();
    }

    /** A claim that stands until it is closed or its time is up. */
    final class Lease implements AutoCloseable {
        private final String name;
        private final UUID holder;

        private Lease(String name, UUID holder) {
            this.name = name;
            this.holder = holder;
        }

        @Override
        public void close() {
            release(this);
        }
    }
}
