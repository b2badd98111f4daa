package org.housecall.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.audit.Verification.Break;
import org.housecall.audit.Verification.Head;
import org.housecall.audit.Verification.Kind;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The chain of seals over the audit trail of the current clinic, or of the installation where none is set. */
@Repository
public class AuditChain {

    static final int MOST_AT_ONCE = 500;

    private static final int FETCHED_AT_ONCE = 1000;

    private final JdbcClient jdbc;

    AuditChain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The chains, of whatever clinic, for which entries wait. */
    List<UUID> behind() {
        return jdbc.sql("select distinct clinic_id from audit_unsealed order by clinic_id")
                .query((row, number) -> row.getObject("clinic_id", UUID.class))
                .list();
    }

    /** Seals what waits, oldest first, {@value #MOST_AT_ONCE} at most; how many it were. */
    @Transactional
    int seal() {
        lock();
        List<AuditEntry> entries = jdbc.sql("select " + AuditEntry.COLUMNS + """
                         from audit_unsealed u join audit_entry e on e.id = u.entry_id
                        where u.clinic_id = ? order by u.entry_id limit ?""")
                .params(CurrentClinic.idOrNone(), MOST_AT_ONCE)
                .query(AuditEntry::row)
                .list();
        List<Seal> seals = new ArrayList<>();
        @Nullable Seal last = last().orElse(null);
        for (AuditEntry entry : entries) {
            last = Seal.of(entry, last);
            seals.add(last);
        }
        add(seals);
        return entries.size();
    }

    /** Two at once would give out the same numbers, and one of them fail. */
    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("audit-chain/" + CurrentClinic.idOrNone())
                .query((row, number) -> true)
                .list();
    }

    private Optional<Seal> last() {
        return jdbc.sql("""
                        select number, entry_id, hash from audit_seal
                        where clinic_id = ? order by number desc limit 1""")
                .param(CurrentClinic.idOrNone())
                .query((row, number) -> seal(row))
                .optional();
    }

    private void add(List<Seal> seals) {
        String[] entries = seals.stream().map(it -> it.entryId().toString()).toArray(String[]::new);
        jdbc.sql("""
                        insert into audit_seal (number, entry_id, hash)
                        select number, entry_id, decode(hash, 'hex')
                        from unnest(cast(? as bigint[]), cast(? as uuid[]), cast(? as text[])) s (number, entry_id, hash)""")
                .params(
                        seals.stream().map(Seal::number).toArray(Long[]::new),
                        entries,
                        seals.stream().map(Seal::hash).toArray(String[]::new))
                .update();
        jdbc.sql("delete from audit_unsealed where clinic_id = ? and entry_id = any (cast(? as uuid[]))")
                .params(CurrentClinic.idOrNone(), entries)
                .update();
    }

    /**
     * Checks every entry against its seal, every seal against the one before.
     *
     * @param kept the chain's head as it was noted down earlier, or null
     */
    @Transactional(readOnly = true)
    public Verification verify(@Nullable Head kept) {
        long waiting = jdbc.sql("select count(*) from audit_unsealed where clinic_id = ?")
                .param(CurrentClinic.idOrNone())
                .query(Long.class)
                .single();
        @Nullable Seal last = null;
        try (Stream<Link> links = links()) {
            for (Iterator<Link> each = links.iterator(); each.hasNext(); ) {
                Link link = each.next();
                @Nullable Break broken = broken(link, last, kept);
                if (broken != null) {
                    return new Verification(last == null ? 0 : last.number(), waiting, null, broken);
                }
                last = link.seal();
            }
        }
        long sealed = last == null ? 0 : last.number();
        @Nullable Break broken = cutOff(sealed, kept).or(this::outside).orElse(null);
        Head head = last == null || broken != null ? null : new Head(last.number(), last.hash());
        return new Verification(sealed, waiting, head, broken);
    }

    private Stream<Link> links() {
        return jdbc
                .sql("select s.number, s.entry_id, s.hash, " + AuditEntry.COLUMNS + """
                         from audit_seal s left join audit_entry e on e.id = s.entry_id
                        where s.clinic_id = ? order by s.number""")
                .param(CurrentClinic.idOrNone())
                .withFetchSize(FETCHED_AT_ONCE)
                .query(Link::row)
                .stream();
    }

    private static @Nullable Break broken(Link link, @Nullable Seal before, @Nullable Head kept) {
        Seal seal = link.seal();
        long expected = before == null ? 1 : before.number() + 1;
        if (seal.number() != expected) {
            return new Break(Kind.SEAL_MISSING, expected, null);
        } else if (link.entry() == null) {
            return new Break(Kind.ENTRY_MISSING, expected, seal.entryId());
        } else if (!seal.equals(Seal.of(link.entry(), before))) {
            return new Break(Kind.ENTRY_CHANGED, expected, seal.entryId());
        } else if (kept != null && kept.number() == expected && !kept.hash().equals(seal.hash())) {
            return new Break(Kind.REWRITTEN, expected, seal.entryId());
        }
        return null;
    }

    private static Optional<Break> cutOff(long sealed, @Nullable Head kept) {
        return kept != null && kept.number() > sealed
                ? Optional.of(new Break(Kind.CUT_OFF, sealed + 1, null))
                : Optional.empty();
    }

    /** What is broken besides the chain itself: entries that it should hold or get. */
    private Optional<Break> outside() {
        return jdbc.sql("""
                        select e.id, 'NEVER_SEALED' as kind from audit_entry e
                        where not exists (select from audit_seal s where s.entry_id = e.id)
                          and not exists (select from audit_unsealed u where u.entry_id = e.id and u.clinic_id = e.clinic_id)
                        union all
                        select u.entry_id, 'ENTRY_MISSING' from audit_unsealed u
                        where u.clinic_id = ? and not exists (select from audit_entry e where e.id = u.entry_id)
                        order by id limit 1""")
                .param(CurrentClinic.idOrNone())
                .query((row, number) ->
                        new Break(Kind.valueOf(row.getString("kind")), null, row.getObject("id", UUID.class)))
                .optional();
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("number"),
                row.getObject("entry_id", UUID.class),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    /** A seal and, where it is still there, its entry. */
    private record Link(Seal seal, @Nullable AuditEntry entry) {
        static Link row(ResultSet row, int number) throws SQLException {
            return new Link(AuditChain.seal(row), row.getObject("id") == null ? null : AuditEntry.row(row, number));
        }
    }
}
