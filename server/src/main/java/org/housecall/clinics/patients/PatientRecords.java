package org.housecall.clinics.patients;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Patient;
import org.housecall.clinics.Patients;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.housecall.platform.Problem;
import org.housecall.platform.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the records of the current clinic's patients. */
@Component
public class PatientRecords {

    private final JdbcClient jdbc;
    private final Patients patients;
    private final Guardians guardians;
    private final PatientAccounts accounts;
    private final Clinics clinics;
    private final Audit audit;
    private final Clock clock;

    PatientRecords(
            JdbcClient jdbc,
            Patients patients,
            Guardians guardians,
            PatientAccounts accounts,
            Clinics clinics,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.patients = patients;
        this.guardians = guardians;
        this.accounts = accounts;
        this.clinics = clinics;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a record. With an e-mail address its owner can sign in by mailed link and finds the record. */
    @Transactional
    public UUID create(PatientDetails given) {
        UUID id = Ids.next();
        PatientDetails details = checked(id, given);
        add(id, details, null);
        guardians.replace(id, details.speakers());
        refuseUnreachable(id);
        return id;
    }

    /** Adds a record whose details were looked through before. */
    void add(UUID id, PatientDetails details, @Nullable UUID importId) {
        jdbc.sql("""
                        insert into patient (clinic_id, id, account_id, name, email, phone, birth_date, time_zone, language,
                                             import_id, created_at)
                        values (:clinic, :id, :account, :name, :email, :phone, :birth, :zone, :language, :import, :now)""")
                .param("clinic", CurrentClinic.id())
                .param("id", id)
                .param("account", accounts.of(details.email(), details.name()))
                .param("name", details.name())
                .param("email", details.email())
                .param("phone", details.phone())
                .param("birth", details.birthDate())
                .param("zone", details.timeZone())
                .param("language", details.language())
                .param("import", importId)
                .param("now", OffsetDateTime.now(clock))
                .update();
        audit.record(Action.PATIENT_CREATED, id);
    }

    /**
     * Changes what a record says.
     *
     * @param version the version the caller has seen; null: whatever it is
     */
    @Transactional
    public void change(UUID id, PatientChange change, @Nullable Integer version) {
        Patient before = toChange(id);
        if (version != null && version != before.version()) {
            throw new Problem(HttpStatus.PRECONDITION_FAILED, "version-mismatch");
        }
        List<Guardian> speakers = guardians.given(id);
        PatientDetails details = checked(id, change.of(before, speakers));
        UUID accountId = Objects.equals(details.email(), before.email())
                ? before.accountId() // its owner may have moved to another sign-in address since
                : accounts.of(details.email(), details.name());
        if (!details.speakers().equals(speakers)) {
            guardians.replace(id, details.speakers());
        }
        write(id, details, accountId);
        settle(id, before.accountId(), accountId);
        audit.record(Action.PATIENT_CHANGED, id);
    }

    /** A record, kept from others' changes until the transaction ends. */
    private Patient toChange(UUID id) {
        jdbc.sql("select id from patient where id = ? for no key update")
                .param(id)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        return patients.find(id).orElseThrow(Problem::notFound);
    }

    void write(UUID id, PatientDetails details, @Nullable UUID accountId) {
        jdbc.sql("""
                        update patient
                        set name = :name, email = :email, phone = :phone, birth_date = :birth, time_zone = :zone,
                            language = :language, account_id = :account, version = version + 1
                        where id = :id""")
                .param("id", id)
                .param("name", details.name())
                .param("email", details.email())
                .param("phone", details.phone())
                .param("birth", details.birthDate())
                .param("zone", details.timeZone())
                .param("language", details.language())
                .param("account", accountId)
                .update();
    }

    /** After a record was written: somebody is reached, and an account that lost it keeps no way in. */
    void settle(UUID id, @Nullable UUID before, @Nullable UUID after) {
        refuseUnreachable(id);
        if (!Objects.equals(before, after)) {
            accounts.lost(before);
        }
    }

    private void refuseUnreachable(UUID id) {
        if (guardians.leavesSomebodyUnreachable(id)) {
            throw Problem.invalid("email", "clinics.patient.reachable");
        }
    }

    private PatientDetails checked(UUID id, PatientDetails given) {
        PatientDetails details = given.tidy();
        List<FieldError> wrong = new ArrayList<>(details.wrongOn(today()));
        wrong.addAll(strangersAmong(id, details.speakers()));
        if (!wrong.isEmpty()) {
            throw new InvalidDetails(wrong);
        }
        return details;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(clinics.current().timeZone()));
    }

    private List<FieldError> strangersAmong(UUID id, List<Guardian> speakers) {
        Map<UUID, Patient> known = patients.all(speakers.stream()
                .map(Guardian::patientId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        List<FieldError> wrong = new ArrayList<>();
        for (int i = 0; i < speakers.size(); i++) {
            UUID guardian = speakers.get(i).patientId();
            if (guardian != null && (guardian.equals(id) || !known.containsKey(guardian))) {
                wrong.add(new FieldError("guardians[" + i + "].patientId", "clinics.guardian.unknown", List.of()));
            }
        }
        return wrong;
    }
}
