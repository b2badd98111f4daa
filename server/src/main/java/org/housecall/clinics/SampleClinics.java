package org.housecall.clinics;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Secret;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Clinics of made-up data in which Zoom's reviewers try an app, one for each owner of an app: a clinic, or the installation
 * ({@link CurrentClinic#NONE}). The accounts in them are sealed, nothing leaves them by mail, and they use their owner's app.
 */
@Repository
public class SampleClinics {

    /** Ends the addresses in sample clinics. No mail can ever be delivered there (RFC 2606). */
    private static final String DOMAIN = ".sample.invalid";

    private static final int LENGTH_OF_NAME = 9;

    private static final RowMapper<Sample> ROW = new SimplePropertyRowMapper<>(Sample.class);

    private final JdbcClient jdbc;
    private final Clinics clinics;

    SampleClinics(JdbcClient jdbc, Clinics clinics) {
        this.jdbc = jdbc;
        this.clinics = clinics;
    }

    /** A sample clinic, and whose app it shows. */
    public record Sample(UUID clinicId, UUID ownerId) {}

    /** The owner's sample clinic, made if there is none yet. */
    @Transactional
    public UUID findOrCreate(UUID ownerId, String name, ZoneId timeZone) {
        alone(ownerId);
        return of(ownerId).orElseGet(() -> {
            String slug = "sample-" + Secret.toType().substring(0, LENGTH_OF_NAME);
            UUID clinicId = clinics.create(name, slug, timeZone).id();
            jdbc.sql("insert into sample_clinic (clinic_id, owner_id) values (?, ?)")
                    .params(clinicId, ownerId)
                    .update();
            return clinicId;
        });
    }

    /** Whoever wants the same of this owner or sample clinic waits until the transaction ends. */
    public void alone(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('sample-clinic/' || ?, 0)) is null")
                .param(id.toString())
                .query(Boolean.class)
                .single();
    }

    public Optional<UUID> of(UUID ownerId) {
        return jdbc.sql("select clinic_id from sample_clinic where owner_id = ?")
                .param(ownerId)
                .query(UUID.class)
                .optional();
    }

    /** Whose app a clinic shows; empty where it is no sample clinic. */
    public Optional<UUID> ownerOf(UUID clinicId) {
        return jdbc.sql("select owner_id from sample_clinic where clinic_id = ?")
                .param(clinicId)
                .query(UUID.class)
                .optional();
    }

    public boolean isCurrent() {
        return ownerOf(CurrentClinic.idOrNone()).isPresent();
    }

    public List<Sample> all() {
        return jdbc.sql("select clinic_id, owner_id from sample_clinic order by clinic_id")
                .query(ROW)
                .list();
    }

    public Set<UUID> ids() {
        return all().stream().map(Sample::clinicId).collect(Collectors.toSet());
    }

    /** The address of somebody in a sample clinic. */
    public static String address(String name, Clinic sample) {
        return name + "@" + sample.slug() + DOMAIN;
    }

    public static boolean isAddress(String email) {
        return email.endsWith(DOMAIN);
    }
}
