package org.housecall.access;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.housecall.TestServer;
import org.housecall.platform.CurrentClinic;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * All that is stored of some clinics, of the installation, and of some accounts, as the database's owner sees it, whom no
 * row is hidden from. Tables are found in the catalogue, so that a new one is among them.
 */
final class Rows implements AutoCloseable {

    /** Grow by being asked, whatever the answer. */
    private static final Set<String> RECORDS =
            Set.of("audit_entry", "audit_seal", "audit_unsealed", "idempotency_key", "known_network");

    private final Connection connection;
    private final JdbcClient owner;
    private final UUID[] clinics;
    private final UUID[] accounts;
    private final String everything;

    Rows(Collection<UUID> clinics, Collection<UUID> accounts) {
        this.clinics =
                Stream.concat(clinics.stream(), Stream.of(CurrentClinic.NONE)).toArray(UUID[]::new);
        this.accounts = accounts.toArray(UUID[]::new);
        JdbcConnectionDetails details = TestServer.bean(JdbcConnectionDetails.class);
        try {
            connection =
                    DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        everything = everything();
    }

    private String everything() {
        Map<String, String> conditions = new TreeMap<>();
        tablesWith("account_id").forEach(table -> conditions.put(table, "account_id = any(:accounts)"));
        tablesWith("clinic_id").forEach(table -> conditions.put(table, "coalesce(clinic_id, :none) = any(:clinics)"));
        conditions.put("account", "id = any(:accounts)");
        conditions.put("clinic", "true");
        conditions.keySet().removeAll(RECORDS);
        return conditions.entrySet().stream()
                .map(it -> "select '%1$s ' || (to_jsonb(t) - 'last_used_at')::text as row from %1$s t where %2$s"
                        .formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining(" union all "));
    }

    private List<String> tablesWith(String column) {
        return owner.sql("""
                        select table_name from information_schema.columns
                        join information_schema.tables using (table_schema, table_name)
                        where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = ?""")
                .param(column)
                .query((row, number) -> row.getString("table_name"))
                .list();
    }

    /** Every row, as text. */
    List<String> all() {
        return owner
                .sql(everything)
                .param("clinics", clinics)
                .param("accounts", accounts)
                .param("none", CurrentClinic.NONE)
                .query((row, number) -> row.getString("row"))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** Jobs that are still to be done in the clinics. */
    long jobs() {
        return owner.sql("""
                        select count(*) from scheduled_tasks, unnest(:clinics) c
                        where task_instance like c || '/%' and execution_time < now() + interval '1 minute'""").param("clinics", clinics).query(Long.class).single();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
