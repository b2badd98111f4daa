package org.housecall.clinics;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.housecall.access.Account;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes doctors and patients of the current clinic of people whose accounts were made for it: nobody is invited or asked, and
 * nothing is mailed. Who is there already stays as they are.
 */
@Repository
public class Residents {

    private final JdbcClient jdbc;
    private final Clock clock;

    Residents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void addDoctor(UUID accountId, String name, String email) {
        jdbc.sql("""
                        insert into doctor (clinic_id, id, account_id, name, email, created_at)
                        values (:clinic, :id, :account, :name, :email, :now)
                        on conflict (clinic_id, email) do nothing""")
                .param("clinic", CurrentClinic.id())
                .param("id", Ids.next())
                .param("account", accountId)
                .param("name", name)
                .param("email", Account.normalize(email))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Adds a patient, whom each doctor of the clinic treats. */
    @Transactional
    public void addPatient(UUID accountId, String name, String email) {
        jdbc.sql("""
                        with added as (
                          insert into patient (clinic_id, id, account_id, name, email, created_at)
                          select :clinic, :id, :account, :name, :email, :now
                          where not exists (select from patient where account_id = :account)
                          returning id)
                        insert into patient_doctor (clinic_id, patient_id, doctor_id)
                        select :clinic, added.id, doctor.id from added, doctor""")
                .param("clinic", CurrentClinic.id())
                .param("id", Ids.next())
                .param("account", accountId)
                .param("name", name)
                .param("email", Account.normalize(email))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
