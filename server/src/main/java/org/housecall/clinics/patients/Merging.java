package org.housecall.clinics.patients;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.Patient;
import org.housecall.clinics.Patients;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one record of two. All that was the other's becomes the kept one's, and the other is deleted but for its id: so the
 * database itself refuses whoever still refers to it, a booking that runs at the same moment included. Accounts stay two, and
 * who finds the kept record is decided by its e-mail address alone: the other's account gains it only where staff keep the
 * other's address on purpose.
 */
@Component
public class Merging {

    private static final Logger log = LoggerFactory.getLogger(Merging.class);
    private static final int ATTEMPTS = 5;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Shorter than the second after which PostgreSQL looks for deadlocks, and ends anyone's transaction. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private final Patients patients;
    private final PatientRecords records;
    private final Guardians guardians;
    private final ToldApart toldApart;
    private final PatientAccounts accounts;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Merging(
            JdbcClient jdbc,
            Patients patients,
            PatientRecords records,
            Guardians guardians,
            ToldApart toldApart,
            PatientAccounts accounts,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.patients = patients;
        this.records = records;
        this.guardians = guardians;
        this.toldApart = toldApart;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Merges the other record into the kept one. */
    public void merge(UUID keptId, UUID otherId, Keep keep) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                transactions.executeWithoutResult(_ -> mergeNow(keptId, otherId, keep));
                return;
            } catch (PessimisticLockingFailureException | UncategorizedSQLException e) {
                if (!isBlocked(e)) {
                    throw e;
                }
                log.info("A merge gives way to what is booked at the same moment");
            }
        }
        throw new Problem(HttpStatus.CONFLICT, "patient-busy");
    }

    /** Spring knows PostgreSQL's deadlocks, but not its word for having waited long enough. */
    private static boolean isBlocked(NestedRuntimeException failure) {
        return failure instanceof PessimisticLockingFailureException
                || (failure.getMostSpecificCause() instanceof SQLException cause
                        && LOCK_NOT_AVAILABLE.equals(cause.getSQLState()));
    }

    private void mergeNow(UUID keptId, UUID otherId, Keep keep) {
        lock(keptId, otherId);
        Patient kept = patients.find(keptId).orElseThrow(Problem::notFound);
        Patient other = patients.find(otherId)
                .filter(it -> !it.id().equals(keptId))
                .orElseThrow(() -> Problem.invalid("otherId", "clinics.patient.other"));
        guardians.merge(keptId, otherId);
        UUID accountId = keep.email == Side.OTHER ? other.accountId() : kept.accountId();
        records.write(keptId, keep.of(kept, other), accountId);
        moveTreatment(keptId, otherId);
        toldApart.merge(keptId, otherId);
        events.publishEvent(new Patient.Merged(keptId, otherId));
        leaveTombstone(keptId, otherId);
        records.settle(keptId, kept.accountId(), accountId);
        accounts.lost(other.accountId());
        audit.record(Action.PATIENTS_MERGED, keptId);
        audit.record(Action.PATIENTS_MERGED, otherId);
    }

    /**
     * Both, always in the same order, against other merges and whoever is about to refer to them. Who changes an appointment
     * locks that and then its patient, and we do it the other way around: we are the one who gives way.
     */
    private void lock(UUID one, UUID other) {
        jdbc.sql("select set_config('lock_timeout', ?, true)")
                .param(PATIENCE.toMillis() + "ms")
                .query(String.class)
                .single();
        jdbc.sql("select id from patient where id in (?, ?) order by id for update")
                .params(one, other)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private void moveTreatment(UUID keptId, UUID otherId) {
        jdbc.sql("""
                        insert into patient_doctor (clinic_id, patient_id, doctor_id)
                        select clinic_id, ?, doctor_id from patient_doctor where patient_id = ? on conflict do nothing""").params(keptId, otherId).update();
        jdbc.sql("delete from patient_doctor where patient_id = ?")
                .param(otherId)
                .update();
    }

    private void leaveTombstone(UUID keptId, UUID otherId) {
        jdbc.sql("update merged_patient set into_id = ? where into_id = ?")
                .params(keptId, otherId)
                .update();
        jdbc.sql("insert into merged_patient (clinic_id, id, into_id, merged_at) values (?, ?, ?, ?)")
                .params(CurrentClinic.id(), otherId, keptId, OffsetDateTime.now(clock))
                .update();
        jdbc.sql("delete from patient where id = ?").param(otherId).update();
    }

    /** The record that has taken the place of a merged one. */
    @Transactional(readOnly = true)
    public Optional<UUID> successorOf(UUID id) {
        return jdbc.sql("select into_id from merged_patient where id = ?")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    /** Whose value is kept. */
    public enum Side {
        THIS,
        OTHER
    }

    /** Whose value is kept of each field: this record's where nothing is said. Guardians and doctors are kept of both. */
    public record Keep(
            @Nullable Side name,
            @Nullable Side email,
            @Nullable Side phone,
            @Nullable Side birthDate,
            @Nullable Side timeZone,
            @Nullable Side language) {

        /** This record's values throughout. */
        public static final Keep THIS = new Keep(null, null, null, null, null, null);

        PatientDetails of(Patient kept, Patient other) {
            return new PatientDetails(
                    (name == Side.OTHER ? other : kept).name(),
                    (email == Side.OTHER ? other : kept).email(),
                    (phone == Side.OTHER ? other : kept).phone(),
                    (birthDate == Side.OTHER ? other : kept).birthDate(),
                    (timeZone == Side.OTHER ? other : kept).timeZone(),
                    (language == Side.OTHER ? other : kept).language(),
                    List.of());
        }
    }
}
