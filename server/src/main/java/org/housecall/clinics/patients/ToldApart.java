package org.housecall.clinics.patients;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Pairs of records of which somebody said that they are different people's, however alike they look. */
@Repository
public class ToldApart {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    ToldApart(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** From now on the two are not offered as duplicates. Said again, nothing changes. */
    @Transactional
    public void tell(UUID one, UUID other) {
        requireBoth(one, other);
        int added = jdbc.sql("""
                        insert into patients_told_apart (clinic_id, one_id, other_id, told_at)
                        values (?, least(?, ?), greatest(?, ?), ?) on conflict do nothing""")
                .params(CurrentClinic.id(), one, other, one, other, OffsetDateTime.now(clock))
                .update();
        record(added, Action.PATIENTS_TOLD_APART, one, other);
    }

    /** The two may be one person after all. */
    @Transactional
    public void takeBack(UUID one, UUID other) {
        requireBoth(one, other);
        int removed = jdbc.sql(
                        "delete from patients_told_apart where one_id = least(?, ?) and other_id = greatest(?, ?)")
                .params(one, other, one, other)
                .update();
        record(removed, Action.PATIENTS_TOLD_APART_TAKEN_BACK, one, other);
    }

    /** The kept record of a merge is told apart from whomever the other was. */
    void merge(UUID keptId, UUID otherId) {
        jdbc.sql("""
                        insert into patients_told_apart (clinic_id, one_id, other_id, told_at)
                        select clinic_id, least(:kept, third), greatest(:kept, third), told_at
                        from (select clinic_id, told_at, case one_id when :other then other_id else one_id end as third
                              from patients_told_apart where :other in (one_id, other_id)) told
                        where third <> :kept on conflict do nothing""").param("kept", keptId).param("other", otherId).update();
    }

    /** Locked, so that neither is merged away meanwhile. */
    private void requireBoth(UUID one, UUID other) {
        List<UUID> found = jdbc.sql("select id from patient where id in (?, ?) order by id for key share")
                .params(one, other)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        if (!found.contains(one)) {
            throw Problem.notFound();
        }
        if (found.size() < 2) {
            throw Problem.invalid("otherId", "clinics.patient.other");
        }
    }

    private void record(int changed, Action action, UUID one, UUID other) {
        if (changed > 0) {
            audit.record(action, one);
            audit.record(action, other);
        }
    }
}
