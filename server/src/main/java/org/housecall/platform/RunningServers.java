package org.housecall.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The servers that run on this database, by the keys they know. Each shows them as locks of the connection that it listens
 * on: nobody waits for these, and PostgreSQL takes them away when the server is gone, however it went.
 */
@Component
public class RunningServers {

    private static final int KNOWS = 0x486b_0001;
    private static final int SEALS = 0x486b_0002;

    private final JdbcClient jdbc;

    RunningServers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static void show(Keyset keyset, Connection connection) throws SQLException {
        for (int id : keyset.ids()) {
            lock(connection, KNOWS, id);
        }
        lock(connection, SEALS, keyset.primary());
    }

    private static void lock(Connection connection, int kind, int id) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock_shared(?, ?)")) {
            lock.setInt(1, kind);
            lock.setInt(2, id);
            lock.execute();
        }
    }

    public List<Server> all() {
        // PostgreSQL shows the two numbers of a lock without their sign.
        return jdbc.sql("""
                        select array_agg(objid::bigint) filter (where classid::bigint = :knows) as known,
                          max(objid::bigint) filter (where classid::bigint = :seals) as primary
                        from pg_locks
                        where locktype = 'advisory' and objsubid = 2 and classid::bigint in (:knows, :seals)
                          and database = (select oid from pg_database where datname = current_database())
                        group by pid having max(objid::bigint) filter (where classid::bigint = :seals) is not null""")
                .param("knows", KNOWS)
                .param("seals", SEALS)
                .query((row, number) -> new Server(
                        (int) row.getLong("primary"),
                        Set.copyOf(List.of((Long[]) row.getArray("known").getArray()).stream()
                                .map(Long::intValue)
                                .toList())))
                .list();
    }

    /** A server: which key it seals with, and which it can open with. */
    public record Server(int primary, Set<Integer> known) {}
}
