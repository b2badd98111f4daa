package org.housecall.marketplace.guide;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.zoom.ZoomApp;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is marked as done, and the answer to the first question: of the current clinic, or of the installation. */
@Repository
class GuideMarks {

    private static final RowMapper<Mark> MARK = new SimplePropertyRowMapper<>(Mark.class);
    private static final RowMapper<Answer> ANSWER = new SimplePropertyRowMapper<>(Answer.class);

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    GuideMarks(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A task that somebody says is done. */
    record Mark(String task, UUID doneBy, Instant doneAt) {}

    /**
     * Whether a review is needed.
     *
     * @param ownAccount whether all doctors have Zoom users in the clinic's own Zoom account
     */
    record Answer(boolean ownAccount, UUID answeredBy, Instant answeredAt) {}

    /** By task. */
    @Transactional(readOnly = true)
    Map<String, Mark> of(ZoomApp.Kind kind) {
        return jdbc
                .sql("select task, done_by, done_at from guide_mark where guide = ?")
                .param(kind.name())
                .query(MARK)
                .list()
                .stream()
                .collect(Collectors.toMap(Mark::task, Function.identity()));
    }

    /** Whoever was first stays the one who did it. */
    @Transactional
    void mark(ZoomApp.Kind kind, String task, UUID account) {
        int marked = jdbc.sql("""
                        insert into guide_mark (guide, task, done_by, done_at) values (:guide, :task, :account, :now)
                        on conflict do nothing""")
                .param("guide", kind.name())
                .param("task", task)
                .param("account", account)
                .param("now", OffsetDateTime.now(clock))
                .update();
        record(marked);
    }

    @Transactional
    void unmark(ZoomApp.Kind kind, String task) {
        record(jdbc.sql("delete from guide_mark where guide = ? and task = ?")
                .params(kind.name(), task)
                .update());
    }

    private void record(int changed) {
        if (changed == 1) {
            audit.record(Action.PUBLISHING_TASK_MARKED, CurrentClinic.idOrNone());
        }
    }

    @Transactional(readOnly = true)
    Optional<Answer> answer() {
        return jdbc.sql("select own_account, answered_by, answered_at from guide_answer")
                .query(ANSWER)
                .optional();
    }

    @Transactional
    void answer(boolean ownAccount, UUID account) {
        jdbc.sql("""
                        insert into guide_answer (own_account, answered_by, answered_at) values (:own, :account, :now)
                        on conflict (clinic_id) do update set own_account = excluded.own_account,
                          answered_by = excluded.answered_by, answered_at = excluded.answered_at""")
                .param("own", ownAccount)
                .param("account", account)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
