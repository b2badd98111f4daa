package org.housecall.visits;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.LiveUpdates;
import org.housecall.platform.PlatformSettings;
import org.housecall.platform.Secret;
import org.housecall.platform.SecretBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The unguessable addresses of visit pages: one per appointment, the same until it is revoked. */
@Repository
public class VisitLinks {

    /** The topic under which pages hear that an appointment's link was revoked. */
    public static final String REVOKED = "visit-link-revoked";

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Audit audit;
    private final LiveUpdates live;
    private final PlatformSettings platform;
    private final Clock clock;

    VisitLinks(JdbcClient jdbc, SecretBox box, Audit audit, LiveUpdates live, PlatformSettings platform, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.audit = audit;
        this.live = live;
        this.platform = platform;
        this.clock = clock;
    }

    /** The visit page of an appointment of the current clinic. Whoever has it can join: never log it. */
    @Transactional
    public URI of(UUID appointmentId) {
        byte[] sealed = find(appointmentId).orElseGet(() -> add(appointmentId));
        return platform.url("/visit/" + box.open(sealed, context(appointmentId)));
    }

    /** The link stops working at once, and the next one is new. Without a link, nothing changes, and the answer is no. */
    @Transactional
    public boolean revoke(UUID appointmentId) {
        int revoked = jdbc.sql("""
                        update visit_link set revoked_at = ?
                        where clinic_id = ? and appointment_id = ? and revoked_at is null""")
                .params(OffsetDateTime.now(clock), CurrentClinic.id(), appointmentId)
                .update();
        if (revoked > 0) {
            audit.record(Action.VISIT_LINK_REVOKED, appointmentId);
            live.publish(REVOKED, appointmentId);
        }
        return revoked > 0;
    }

    /** From outside any clinic: what a token opens. Empty where it is unknown, revoked or no token at all. */
    public Optional<Place> place(String token) {
        return jdbc.sql("select clinic_id, appointment_id from visit_link where token_hash = ? and revoked_at is null")
                .param(Secret.hash(token))
                .query((row, number) ->
                        new Place(row.getObject("clinic_id", UUID.class), row.getObject("appointment_id", UUID.class)))
                .optional();
    }

    private Optional<byte[]> find(UUID appointmentId) {
        return jdbc.sql("""
                        select token from visit_link
                        where clinic_id = ? and appointment_id = ? and revoked_at is null""")
                .params(CurrentClinic.id(), appointmentId)
                .query(byte[].class)
                .optional();
    }

    private byte[] add(UUID appointmentId) {
        String token = Secret.token();
        // The empty update returns the link of whoever was faster.
        return jdbc.sql("""
                        insert into visit_link (token_hash, token, clinic_id, appointment_id, created_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (appointment_id) where revoked_at is null
                        do update set appointment_id = excluded.appointment_id
                        returning token""")
                .params(
                        Secret.hash(token),
                        box.seal(token, context(appointmentId)),
                        CurrentClinic.id(),
                        appointmentId,
                        OffsetDateTime.now(clock))
                .query(byte[].class)
                .single();
    }

    static String context(UUID appointmentId) {
        return "visit-link/" + appointmentId;
    }

    /** Where a link leads. */
    public record Place(UUID clinicId, UUID appointmentId) {}
}
