package org.housecall.marketplace.readiness;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The latest look at the app of the current clinic, or of the installation, and which checks it has seen green. */
@Repository
class KeptReadiness {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    KeptReadiness(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional(readOnly = true)
    ReadinessReport latest() {
        return jdbc.sql("select checked_at, items from readiness_report")
                .query((row, number) -> new ReadinessReport(
                        row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                        List.of(json.readValue(row.getString("items"), Readiness.Item[].class))))
                .optional()
                .orElse(ReadinessReport.NONE);
    }

    /** Keeps it in the place of the one before; what was green since it was last told of and is red now. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Readiness.Item> keep(ReadinessReport report) {
        Set<String> good = new HashSet<>(jdbc.sql("select good from readiness_report for update")
                .query((row, number) -> List.of((String[]) row.getArray("good").getArray()))
                .optional()
                .orElse(List.of()));
        List<Readiness.Item> worse = report.items().stream()
                .filter(item -> item.state() == State.RED && good.contains(item.id()))
                .toList();
        report.items().forEach(item -> {
            switch (item.state()) {
                case GREEN -> good.add(item.id());
                case RED -> good.remove(item.id());
                case AMBER -> {} // not known: red after it is worse all the same
            }
        });
        jdbc.sql("""
                        insert into readiness_report (checked_at, items, good) values (:at, cast(:items as jsonb), :good)
                        on conflict (clinic_id) do update set
                          checked_at = excluded.checked_at, items = excluded.items, good = excluded.good""")
                .param("at", Objects.requireNonNull(report.checkedAt()).atOffset(ZoneOffset.UTC))
                .param("items", json.writeValueAsString(report.items()))
                .param("good", good.toArray(String[]::new))
                .update();
        return worse;
    }

    /**
     * What of the server itself is red, and was green in some owner's report since it was last told of. Every report of it comes by
     * here, and each tells what the others did not; in no clinic.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Readiness.Item> worseOfServer(List<Readiness.Item> items) {
        List<Readiness.Item> worse = new ArrayList<>();
        for (Readiness.Item item : items) {
            switch (item.state()) {
                case GREEN ->
                    jdbc.sql("insert into server_check (check_id) values (?) on conflict do nothing")
                            .param(item.id())
                            .update();
                case RED -> {
                    if (jdbc.sql("delete from server_check where check_id = ?")
                                    .param(item.id())
                                    .update()
                            == 1) {
                        worse.add(item);
                    }
                }
                case AMBER -> {}
            }
        }
        return worse;
    }
}
