package org.housecall.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what somebody's work in the current clinic let them do. */
@Service
public class Leaving {

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final SingleSignOnLinks signOnLinks;
    private final Clock clock;

    Leaving(JdbcClient jdbc, Sessions sessions, SingleSignOnLinks signOnLinks, Clock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.signOnLinks = signOnLinks;
        this.clock = clock;
    }

    /**
     * Ends roles, invitations, sessions and the link to the clinic's single sign-on, and the API tokens of an account that
     * works nowhere any more; elsewhere they stay, and reach this clinic no longer. What the account is as a patient stays,
     * and so does the account.
     *
     * @param accountId null where the invitation of somebody's existing account was not accepted
     * @param subjectIds the records that the person had here, and that invitations may be open for
     */
    @Transactional
    public void end(@Nullable UUID accountId, Collection<UUID> subjectIds) {
        jdbc.sql("update invitation set used_at = ? where subject_id = any (?) and used_at is null")
                .params(OffsetDateTime.now(clock), subjectIds.toArray(UUID[]::new))
                .update();
        if (accountId == null) {
            return;
        }
        // The row stays: by it the clinic still knows the name in its audit trail.
        jdbc.sql("""
                        update membership set accepted_at = null
                        where account_id = ? and clinic_id = ? and role <> 'PATIENT'""").params(accountId, CurrentClinic.id()).update();
        signOnLinks.unlink(CurrentClinic.id(), accountId);
        sessions.endAll(accountId, null);
        jdbc.sql("""
                        delete from api_token t where t.account_id = :account
                          and not exists (select from account a where a.id = t.account_id and a.administrator)
                          and not exists (select from membership m
                                          where m.account_id = t.account_id and m.role <> 'PATIENT' and m.accepted_at is not null)""").param("account", accountId).update();
    }
}
