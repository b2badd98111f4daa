package org.housecall.chaos;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the nodes have stored, as the database's owner sees it, whom no row is hidden from. */
final class Database {

    private static final String OPEN = """
            select 'meeting of ' || a.id || ': visit ' || a.status || ', meeting ' || m.status || ' ' || coalesce(m.problem, '')
                || ' wanted ' || m.wanted_revision || ' synced ' || m.synced_revision || ' intent ' || coalesce(m.intent_marker, '-')
              from appointment a join meeting m on m.appointment_id = a.id
              where m.wanted_revision <> m.synced_revision or m.intent_marker is not null
                or m.status <> case when a.status = 'CANCELLED' then 'REMOVED' else 'READY' end
            union all
            select 'surplus of ' || s.appointment_id || ': ' || coalesce(s.provider_ref, 'possible ' || s.marker)
              from surplus_meeting s join zoom_app z on z.clinic_id = s.clinic_id
              where s.removed_at is null and (s.provider_ref is not null or z.client_id like '%LIST')
            union all
            select 'event ' || id || ' ' || kind from zoom_event
            union all
            select 'job ' || task_name || ' ' || task_instance from scheduled_tasks
              where task_name in ('sync-meeting', 'resync-doctor', 'follow-zoom-event')
                and execution_time < now() + interval '10 minutes'
            union all
            select 'connection of ' || account_id from zoom_connection where status <> 'CONNECTED'
            """;

    final DataSource source;
    final JdbcClient jdbc;

    Database(Map<String, String> settings) {
        this(new DriverManagerDataSource(
                Objects.requireNonNull(settings.get("SPRING_DATASOURCE_URL")),
                Objects.requireNonNull(settings.get("SPRING_DATASOURCE_USERNAME")),
                Objects.requireNonNull(settings.get("SPRING_DATASOURCE_PASSWORD"))));
    }

    Database(DataSource source) {
        this.source = source;
        jdbc = JdbcClient.create(source);
    }

    String generalAppOf(String clinicId) {
        return jdbc.sql("select id::text from zoom_app where clinic_id = cast(? as uuid) and kind = 'GENERAL'")
                .param(clinicId)
                .query(String.class)
                .single();
    }

    /** What is still on its way to be right, in words. */
    List<String> unsettled() {
        return texts(OPEN);
    }

    /** The one column of a query. */
    List<String> texts(String query) {
        return jdbc.sql(query).query((row, number) -> row.getString(1)).list();
    }

    /** Connections, and users of an account, whose trial is not over. */
    int untried() {
        return jdbc.sql("""
                        select (select count(*) from zoom_connection c where not exists (
                                  select from zoom_probe p where p.host_id = c.id and p.probed_at is not null and p.marker is null))
                          + (select count(*) from zoom_probe where zoom_user is not null)""").query(Integer.class).single();
    }

    /** What a change of who hosts has had looked at, and is not through with. */
    int lookingAtHosts() {
        return jdbc.sql(
                        "select count(*) from scheduled_tasks where task_name in ('resync-doctor', 'assign-shared-hosts')")
                .query(Integer.class)
                .single();
    }

    boolean isConnected(String doctorId) {
        return jdbc.sql("""
                        select exists (select from zoom_connection c join doctor d on d.account_id = c.account_id
                          where d.id = cast(? as uuid))""").param(doctorId).query(Boolean.class).single();
    }

    /** What has happened to a doctor's connections, oldest first. */
    List<String> audited(String doctorId) {
        return jdbc.sql("""
                        select e.action from audit_entry e join doctor d on d.account_id = e.subject
                        where d.id = cast(? as uuid) and e.action like 'ZOOM%CONNECT%' order by e.at""")
                .param(doctorId)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** All rows of all tables as text; bytes as hexadecimal digits. */
    Stream<String> dump() {
        return texts("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'""").stream()
                .flatMap(table -> texts("select '" + table + "' || t::text from \"" + table + "\" t").stream());
    }
}
