package org.housecall.meetings;

import java.time.Duration;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The video rules of the current clinic; until it decides otherwise, what {@link MeetingSettings} says. */
@Repository
public class VideoRuleBook {

    private final JdbcClient jdbc;
    private final MeetingSettings settings;
    private final Audit audit;

    VideoRuleBook(JdbcClient jdbc, MeetingSettings settings, Audit audit) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public VideoRules current() {
        return jdbc.sql("select * from clinic_video")
                .query((row, number) -> new VideoRules(
                        Duration.ofMinutes(row.getInt("join_opens_before_minutes")),
                        Duration.ofMinutes(row.getInt("join_closes_after_minutes")),
                        new VideoRules.Fallback(
                                row.getString("fallback_phone"),
                                row.getString("fallback_link"),
                                row.getString("fallback_words"))))
                .optional()
                .orElseGet(() -> new VideoRules(
                        settings.joinOpensBefore(), settings.joinClosesAfter(), VideoRules.Fallback.NONE));
    }

    @Transactional
    public void change(VideoRules rules) {
        jdbc.sql("""
                        insert into clinic_video (clinic_id, join_opens_before_minutes, join_closes_after_minutes,
                          fallback_phone, fallback_link, fallback_words)
                        values (:clinic, :opens, :closes, :phone, :link, :words)
                        on conflict (clinic_id) do update set
                          join_opens_before_minutes = excluded.join_opens_before_minutes,
                          join_closes_after_minutes = excluded.join_closes_after_minutes,
                          fallback_phone = excluded.fallback_phone, fallback_link = excluded.fallback_link,
                          fallback_words = excluded.fallback_words""")
                .param("clinic", CurrentClinic.id())
                .param("opens", rules.joinOpensBefore().toMinutes())
                .param("closes", rules.joinClosesAfter().toMinutes())
                .param("phone", rules.fallback().phone())
                .param("link", rules.fallback().link())
                .param("words", rules.fallback().words())
                .update();
        audit.record(Action.CLINIC_CHANGED, CurrentClinic.id());
    }
}
