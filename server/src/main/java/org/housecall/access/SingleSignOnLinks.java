package org.housecall.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whom a clinic's single sign-on vouches for: one identity for one account, in one clinic. */
@Repository
public class SingleSignOnLinks {

    private final JdbcClient jdbc;
    private final Audit audit;

    SingleSignOnLinks(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    Optional<UUID> accountOf(UUID clinicId, Identity identity) {
        return jdbc.sql(
                        "select account_id from single_sign_on_link where clinic_id = ? and issuer = ? and subject_hash = ?")
                .params(clinicId, identity.issuer(), identity.subjectHash())
                .query(UUID.class)
                .optional();
    }

    /** Whether a clinic's provider of today vouches for an account. */
    @Transactional(readOnly = true)
    public boolean isVouchedFor(UUID clinicId, UUID accountId) {
        return jdbc.sql("""
                        select exists (select from single_sign_on_link l
                                       join single_sign_on s on s.clinic_id = l.clinic_id and s.issuer = l.issuer
                                       where l.clinic_id = ? and l.account_id = ?)""").params(clinicId, accountId).query(Boolean.class).single();
    }

    /** Links the two, in place of what the account was linked to before; false where the identity is another account's. */
    @Transactional
    public boolean link(UUID clinicId, UUID accountId, Identity identity) {
        // Whoever links the same identity at the same moment waits here, and finds it taken.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("single-sign-on/" + clinicId)
                .query((_, _) -> clinicId)
                .list();
        if (!accountOf(clinicId, identity).map(accountId::equals).orElse(true)) {
            return false;
        }
        jdbc.sql("""
                        insert into single_sign_on_link (clinic_id, account_id, issuer, subject_hash)
                        values (:clinic, :account, :issuer, :subject)
                        on conflict (clinic_id, account_id) do update set issuer = excluded.issuer, subject_hash = excluded.subject_hash""")
                .param("clinic", clinicId)
                .param("account", accountId)
                .param("issuer", identity.issuer())
                .param("subject", identity.subjectHash())
                .update();
        audit.recordFor(accountId, Action.SINGLE_SIGN_ON_LINKED, accountId);
        return true;
    }

    /** Takes a link away; with it end the sessions that it opened. */
    @Transactional
    public void unlink(UUID clinicId, UUID accountId) {
        int gone = jdbc.sql("delete from single_sign_on_link where clinic_id = ? and account_id = ?")
                .params(clinicId, accountId)
                .update();
        if (gone > 0) {
            audit.record(Action.SINGLE_SIGN_ON_UNLINKED, accountId);
        }
    }

    /** Of some clinics, those with a single sign-on. */
    @Transactional(readOnly = true)
    public List<UUID> offeredBy(java.util.Collection<UUID> clinicIds) {
        return jdbc.sql(
                        "select clinic_id from single_sign_on where clinic_id = any (cast(:ids as uuid[])) order by clinic_id")
                .param("ids", clinicIds.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> row.getObject("clinic_id", UUID.class))
                .list();
    }
}
