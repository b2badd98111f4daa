package org.housecall.marketplace.reviewer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.SecretBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The access to the sample clinic of the current owner of an app: a clinic, or the installation where no clinic is set. */
@Repository
class ReviewerAccesses {

    private static final TypeReference<List<ReviewerAccess.SignIn>> SIGN_INS = new TypeReference<>() {};

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final SecretBox box;

    ReviewerAccesses(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    @Transactional(readOnly = true)
    public Optional<ReviewerAccess> find() {
        return jdbc.sql("select * from reviewer_access").query(this::row).optional();
    }

    @Transactional
    public void save(ReviewerAccess access) {
        String signIns = JSON.writerFor(SIGN_INS).writeValueAsString(access.signIns());
        jdbc.sql("""
                        insert into reviewer_access (sample_clinic_id, sign_ins, opened_at, passwords_at)
                        values (:sample, :signIns, :opened, :passwords)
                        on conflict (clinic_id) do update set sign_ins = excluded.sign_ins, passwords_at = excluded.passwords_at""")
                .param("sample", access.sampleClinicId())
                .param("signIns", box.seal(signIns, context(CurrentClinic.idOrNone())))
                .param("opened", access.openedAt().atOffset(ZoneOffset.UTC))
                .param("passwords", access.passwordsAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional
    public void delete() {
        jdbc.sql("delete from reviewer_access").update();
    }

    private ReviewerAccess row(ResultSet row, int number) throws SQLException {
        String signIns = box.open(row.getBytes("sign_ins"), context(row.getObject("clinic_id", UUID.class)));
        return new ReviewerAccess(
                row.getObject("sample_clinic_id", UUID.class),
                JSON.readValue(signIns, SIGN_INS),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("passwords_at", OffsetDateTime.class).toInstant());
    }

    static String context(UUID owner) {
        return "reviewer-access/" + owner;
    }
}
