package org.housecall.keys;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.housecall.clinics.Clinics;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.SealedColumn;
import org.housecall.platform.SealedColumns;
import org.housecall.platform.SecretBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Every sealed value of every module and clinic, by the key it is under: that key's id is in the second to fifth byte. */
@Repository
public class SealedValues {

    private static final Logger log = LoggerFactory.getLogger(SealedValues.class);
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clinics clinics;
    private final List<SealedColumn> columns;

    SealedValues(JdbcClient jdbc, TransactionTemplate transactions, Clinics clinics, List<SealedColumns> modules) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clinics = clinics;
        this.columns = modules.stream()
                .flatMap(module -> module.sealedColumns().stream())
                .toList();
    }

    /** How many there are under each key, by table. */
    public Map<Integer, Map<String, Long>> count() {
        Map<Integer, Map<String, Long>> counts = new TreeMap<>();
        everywhere(column -> jdbc.sql("""
                        select substring(%1$s from 2 for 4) as key, count(*) as count from %2$s
                        where %1$s is not null group by 1""".formatted(column.column(), column.table()))
                .query((row, number) ->
                        Map.entry(ByteBuffer.wrap(row.getBytes("key")).getInt(), row.getLong("count")))
                .list()
                .forEach(found -> counts.computeIfAbsent(found.getKey(), _ -> new TreeMap<>())
                        .merge(column.table(), found.getValue(), Long::sum)));
        return counts;
    }

    /** Seals anew what is not under the box's key. What somebody else is just changing is left for the next time. */
    void sealAnew(SecretBox box) {
        for (Place place : places()) {
            for (SealedColumn column : place.columns()) {
                Batch batch = new Batch(0, 0);
                do {
                    int most = AT_ONCE + batch.broken();
                    batch = place.work(transactions, () -> sealAnew(box, column, most));
                } while (batch.sealed() > 0);
                if (batch.broken() > 0) {
                    log.error(
                            "{} values of {} in clinic {} do not open with any key",
                            batch.broken(),
                            column,
                            place.clinicId());
                }
            }
        }
    }

    /** The rows found stay ours until the end of the transaction, so nothing that is written meanwhile is overwritten. */
    private Batch sealAnew(SecretBox box, SealedColumn column, int most) {
        List<Found> found = jdbc.sql("select ctid::text as place, %s, %s from "
                                .formatted(column.column(), String.join(", ", column.columns()))
                        + notUnderTheKey(column) + " limit :most for no key update skip locked")
                .param("key", bytes(box.primary()))
                .param("most", most)
                .query((row, number) -> Found.of(row, column))
                .list();
        int broken = 0;
        for (Found value : found) {
            try {
                byte[] anew = box.seal(box.open(value.sealed().array(), value.context()), value.context());
                jdbc.sql("update %s set %s = ? where ctid = cast(? as tid)".formatted(column.table(), column.column()))
                        .params(anew, value.place())
                        .update();
            } catch (SecretBox.SealBroken e) {
                broken++;
            }
        }
        return new Batch(found.size() - broken, broken);
    }

    /** In two halves, each of which an index can answer. */
    private static String notUnderTheKey(SealedColumn column) {
        return "%2$s where %1$s is not null and (substring(%1$s from 2 for 4) < :key or substring(%1$s from 2 for 4) > :key)"
                .formatted(column.column(), column.table());
    }

    private static byte[] bytes(int key) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(key).array();
    }

    private void everywhere(Consumer<SealedColumn> look) {
        for (Place place : places()) {
            place.work(transactions, () -> {
                place.columns().forEach(look);
                return place;
            });
        }
    }

    /** What belongs to no clinic first, then one clinic after the other. */
    private List<Place> places() {
        Set<String> owned = new HashSet<>(
                jdbc.sql("select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace")
                        .query((row, number) -> row.getString("relname"))
                        .list());
        List<SealedColumn> ofClinics = columns.stream()
                .filter(column -> owned.contains(column.table()))
                .toList();
        return Stream.concat(
                        Stream.of(new Place(CurrentClinic.NONE, columns)),
                        clinics.all().stream().map(clinic -> new Place(clinic.id(), ofClinics)))
                .toList();
    }

    /** A clinic, or none, and what to look at there. */
    private record Place(UUID clinicId, List<SealedColumn> columns) {
        <T> T work(TransactionTemplate transactions, Supplier<T> work) {
            return CurrentClinic.in(clinicId, () -> Objects.requireNonNull(transactions.execute(_ -> work.get())));
        }
    }

    /** How many values were sealed anew, and how many did not open. */
    private record Batch(int sealed, int broken) {}

    /** A value and where it is. */
    private record Found(String place, ByteBuffer sealed, String context) {
        static Found of(ResultSet row, SealedColumn column) throws SQLException {
            return new Found(
                    row.getString("place"),
                    ByteBuffer.wrap(row.getBytes(column.column())),
                    column.context().of(row));
        }
    }
}
