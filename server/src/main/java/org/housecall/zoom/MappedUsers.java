package org.housecall.zoom;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which Zoom user, by id or address, each doctor of the current clinic is under a Server-to-Server app. */
@Repository
public class MappedUsers {

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

    @Transactional(readOnly = true)
    List<String> all() {
        return jdbc.sql("select zoom_user from zoom_user_mapping order by doctor_id")
                .query((row, number) -> row.getString("zoom_user"))
                .list();
    }

    /** Maps a doctor; to nobody where the user is null. */
    @Transactional
    void map(UUID doctorId, @Nullable String zoomUser) {
        if (zoomUser == null) {
            jdbc.sql("delete from zoom_user_mapping where doctor_id = ?")
                    .param(doctorId)
                    .update();
        } else {
            jdbc.sql("""
                            insert into zoom_user_mapping (clinic_id, doctor_id, zoom_user) values (?, ?, ?)
                            on conflict (doctor_id) do update set zoom_user = excluded.zoom_user""").params(CurrentClinic.id(), doctorId, zoomUser).update();
        }
        audit.record(Action.ZOOM_USER_MAPPED, doctorId);
    }
}
