package org.housecall.zoom;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which Zoom user, by id or address, each doctor of the current clinic is under a Server-to-Server app. */
@Repository
public class MappedUsers {

    private static final RowMapper<Mapped> ROW = new SimplePropertyRowMapper<>(Mapped.class);

    private final JdbcClient jdbc;
    private final Audit audit;

    MappedUsers(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<String> of(UUID doctorId) {
        return jdbc.sql("select zoom_user from zoom_user_mapping where doctor_id = ?")
                .param(doctorId)
                .query(String.class)
                .optional();
    }

    /** As {@link #of}, with what Zoom said about the user. */
    @Transactional(readOnly = true)
    public Optional<Mapped> mapped(UUID doctorId) {
        return jdbc.sql("""
                        select zoom_user, zoom_user_id, zoom_user_type, meetings_at_once from zoom_user_mapping
                        where doctor_id = ?""").param(doctorId).query(ROW).optional();
    }

    @Transactional(readOnly = true)
    List<String> all() {
        return jdbc.sql("select zoom_user from zoom_user_mapping order by doctor_id")
                .query((row, number) -> row.getString("zoom_user"))
                .list();
    }

    /** Maps a doctor; to nobody where the user is null. What a user can run at once counts for all who are mapped to it. */
    @Transactional
    void map(UUID doctorId, @Nullable Mapped mapped) {
        if (mapped == null) {
            jdbc.sql("delete from zoom_user_mapping where doctor_id = ?")
                    .param(doctorId)
                    .update();
        } else {
            jdbc.sql("""
                            insert into zoom_user_mapping (clinic_id, doctor_id, zoom_user, zoom_user_id, zoom_user_type, meetings_at_once)
                            values (:clinic, :doctor, :user, :id, :type, :atOnce)
                            on conflict (doctor_id) do update set
                              zoom_user = excluded.zoom_user, zoom_user_id = excluded.zoom_user_id,
                              zoom_user_type = excluded.zoom_user_type, meetings_at_once = excluded.meetings_at_once""")
                    .param("clinic", CurrentClinic.id())
                    .param("doctor", doctorId)
                    .param("user", mapped.zoomUser())
                    .param("id", mapped.zoomUserId())
                    .param("type", mapped.zoomUserType())
                    .param("atOnce", mapped.meetingsAtOnce())
                    .update();
            jdbc.sql("""
                            update zoom_user_mapping set meetings_at_once = :atOnce
                            where zoom_user_id = :id or lower(zoom_user) = lower(:user)""")
                    .param("atOnce", mapped.meetingsAtOnce())
                    .param("id", mapped.zoomUserId())
                    .param("user", mapped.zoomUser())
                    .update();
        }
        audit.record(Action.ZOOM_USER_MAPPED, doctorId);
    }

    /** Zoom may have given or taken a licence since it was last asked. */
    @Transactional
    void noteType(String zoomUser, ZoomUser user) {
        jdbc.sql("""
                        update zoom_user_mapping set zoom_user_type = :type
                        where :type is not null and (zoom_user_id = :id or lower(zoom_user) = lower(:user))""")
                .param("type", user.type(), Types.INTEGER)
                .param("id", user.id())
                .param("user", zoomUser)
                .update();
    }

    /**
     * A doctor's Zoom user.
     *
     * @param zoomUser as it was entered: id or address
     * @param zoomUserId null where Zoom could not be asked
     * @param zoomUserType as in {@link ZoomUser}
     * @param meetingsAtOnce two where the user's licence and settings allow it
     */
    public record Mapped(
            String zoomUser,
            @Nullable String zoomUserId,
            @Nullable Integer zoomUserType,
            int meetingsAtOnce) {

        ZoomHost.Mapped in(UUID appId) {
            return new ZoomHost.Mapped(appId, zoomUser);
        }

        /** The same for every doctor who is mapped to the user, by whichever of its names, in whichever clinic of the app. */
        UUID hostId(UUID appId) {
            String user = zoomUserId == null ? zoomUser.toLowerCase(Locale.ROOT) : zoomUserId;
            return UUID.nameUUIDFromBytes(("zoom-host/" + appId + "/" + user).getBytes(StandardCharsets.UTF_8));
        }

        public boolean basic() {
            return zoomUserType != null && zoomUserType == ZoomUser.BASIC;
        }
    }
}
