package org.housecall.platform;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys that something in this database may be sealed under: each that was ever the primary one, until it is dropped. */
@Repository
public class KeysInUse {

    private final JdbcClient jdbc;
    private final Clock clock;

    KeysInUse(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until the end of the transaction, no other server starts and finds out the same. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('encryption-key', 0))")
                .query((row, number) -> true)
                .list();
    }

    /** Oldest first: the last one seals what is new, on every server that was started since. */
    public List<Integer> all() {
        return jdbc.sql("select key_id from encryption_key order by since, key_id")
                .query((row, number) -> row.getInt("key_id"))
                .list();
    }

    /** A value sealed under the key, which a keyset opens only if it has that key. */
    byte[] proof(int id) {
        return jdbc.sql("select proof from encryption_key where key_id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    void add(int id, byte[] proof) {
        jdbc.sql("insert into encryption_key (key_id, proof, since) values (?, ?, ?)")
                .params(id, proof, OffsetDateTime.now(clock))
                .update();
    }

    public void forget(int id) {
        jdbc.sql("delete from encryption_key where key_id = ?").param(id).update();
    }
}
