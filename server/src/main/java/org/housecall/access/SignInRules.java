package org.housecall.access;

import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a clinic asks of those who work in it when they sign in. */
@Repository
public class SignInRules {

    private final JdbcClient jdbc;
    private final Audit audit;

    SignInRules(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public boolean secondFactorRequired(UUID clinicId) {
        return jdbc.sql("select second_factor_required from sign_in_rules where clinic_id = ?")
                .param(clinicId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Refused for whom it would lock out at once: who requires a second factor must have one. */
    @Transactional
    public void requireSecondFactor(boolean required, Viewer viewer) {
        if (required && !viewer.twoFactors()) {
            throw new Problem(HttpStatus.CONFLICT, "second-factor-of-your-own");
        }
        UUID clinicId = CurrentClinic.id();
        if (required == secondFactorRequired(clinicId)) {
            return;
        }
        jdbc.sql("""
                        insert into sign_in_rules (clinic_id, second_factor_required) values (:clinic, :required)
                        on conflict (clinic_id) do update set second_factor_required = excluded.second_factor_required""").param("clinic", clinicId).param("required", required).update();
        audit.record(required ? Action.SECOND_FACTOR_REQUIRED : Action.SECOND_FACTOR_NOT_REQUIRED, clinicId);
    }

    /**
     * The refusal of who works in the current clinic and has proved less than it asks for. Who reaches this clinic only was let
     * in by it: its single sign-on vouched, or the account is sealed in it and has nothing but a password.
     */
    public void check(Viewer viewer) {
        UUID clinicId = CurrentClinic.id();
        if (!viewer.twoFactors()
                && viewer.onlyClinic() == null
                && viewer.worksIn(clinicId)
                && secondFactorRequired(clinicId)) {
            throw new Problem(HttpStatus.FORBIDDEN, "second-factor-wanted");
        }
    }
}
