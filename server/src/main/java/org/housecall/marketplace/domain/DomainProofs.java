package org.housecall.marketplace.domain;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.booking.HeadTags;
import org.housecall.platform.CurrentClinic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The proofs of the installation and of its clinics: all of them vouch for the one domain that this server has. */
@Repository
public class DomainProofs implements HeadTags {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    DomainProofs(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of the current clinic, or of the installation where none is set. */
    public DomainProof current() {
        return find(CurrentClinic.idOrNone());
    }

    private DomainProof find(UUID owner) {
        return jdbc.sql("""
                        select file_content as file, meta_name, meta_content, txt_record
                        from domain_proof where owner_id = ?""").params(owner).query(DomainProof.class).optional().orElse(DomainProof.NONE);
    }

    @Transactional
    public void save(DomainProof proof) {
        UUID owner = CurrentClinic.idOrNone();
        jdbc.sql("""
                        insert into domain_proof (owner_id, file_content, meta_name, meta_content, txt_record, updated_at)
                        values (:owner, :file, :name, :content, :txt, :now)
                        on conflict (owner_id) do update set
                          file_content = excluded.file_content, meta_name = excluded.meta_name,
                          meta_content = excluded.meta_content, txt_record = excluded.txt_record,
                          updated_at = excluded.updated_at""")
                .param("owner", owner)
                .param("file", proof.file())
                .param("name", proof.metaName())
                .param("content", proof.metaContent())
                .param("txt", proof.txtRecord())
                .param("now", OffsetDateTime.now(clock))
                .update();
        audit.record(Action.DOMAIN_PROOF_CHANGED, owner);
    }

    /** What the file holds. */
    public Optional<String> file() {
        return Optional.ofNullable(find(CurrentClinic.NONE).file());
    }

    @Override
    public List<Tag> all() {
        return jdbc.sql("""
                        select meta_name as name, meta_content as content
                        from domain_proof where meta_name is not null order by owner_id""")
                .query((row, _) -> new Tag(row.getString("name"), row.getString("content")))
                .list();
    }
}
