package org.housecall.clinics.patients;

import java.util.UUID;
import org.housecall.access.Accounts;
import org.housecall.access.Role;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which account finds which record. It is the one whose mailbox the record names, because only by that mailbox its owner gets
 * in; no sign-in address ever changes with a record.
 */
@Component
class PatientAccounts {

    private final Accounts accounts;
    private final JdbcClient jdbc;

    PatientAccounts(Accounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** The account of an address, made if there is none yet, as a patient of the current clinic. */
    @Nullable
    UUID of(@Nullable String email, String name) {
        if (email == null) {
            return null;
        }
        UUID accountId = accounts.findOrCreate(email, name).id();
        accounts.addMembership(accountId, CurrentClinic.id(), Role.PATIENT, true);
        return accountId;
    }

    /** An account that has lost a record: without any other it is no patient of the clinic any more. */
    void lost(@Nullable UUID accountId) {
        if (accountId != null) {
            accounts.removeMembership(
                    accountId,
                    CurrentClinic.id(),
                    Role.PATIENT,
                    () -> jdbc.sql("select not exists (select from patient where account_id = ?)")
                            .param(accountId)
                            .query(Boolean.class)
                            .single());
        }
    }
}
