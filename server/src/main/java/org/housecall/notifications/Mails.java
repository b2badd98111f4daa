package org.housecall.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.housecall.clinics.SampleClinics;
import org.housecall.jobs.Jobs;
import org.housecall.platform.Ids;
import org.housecall.platform.SecretBox;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The mails of the current clinic, or of the installation where no clinic is set. */
@Repository
public class Mails {

    private static final Duration USUALLY_USEFUL = Duration.ofDays(3);
    private static final int MOST_LISTED = 200;

    private final JdbcClient jdbc;
    private final SampleClinics samples;
    private final SecretBox box;
    private final JsonMapper json;
    private final MessageSource messages;
    private final Jobs jobs;
    private final Clock clock;

    Mails(
            JdbcClient jdbc,
            SampleClinics samples,
            SecretBox box,
            JsonMapper json,
            MessageSource messages,
            Jobs jobs,
            Clock clock) {
        this.jdbc = jdbc;
        this.samples = samples;
        this.box = box;
        this.json = json;
        this.messages = messages;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Posts a mail in the caller's transaction: it goes out if, and only if, that commits. From sample clinics, and to
     * anybody there, nothing goes out: it is kept to be looked at.
     *
     * @param subjectKey message of the subject; it takes the same arguments as the body
     * @param bodyKey message of the text
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(String to, String subjectKey, String bodyKey, Object... arguments) {
        return send(to, USUALLY_USEFUL, subjectKey, bodyKey, arguments);
    }

    /** As {@link #send(String, String, String, Object...)}, given up when it has become useless. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(String to, Duration useful, String subjectKey, String bodyKey, Object... arguments) {
        UUID id = Ids.next();
        OffsetDateTime now = OffsetDateTime.now(clock);
        Mail.Letter letter = letter(to, subjectKey, bodyKey, arguments);
        boolean kept = samples.isCurrent() || SampleClinics.isAddress(to);
        jdbc.sql("""
                        insert into mail (id, content, status, problem, created_at, useful_until)
                        values (:id, :content, :status, :problem, :now, :until)""")
                .param("id", id)
                .param("content", box.seal(json.writeValueAsString(letter), context(id)))
                .param("status", (kept ? Mail.Status.UNDELIVERED : Mail.Status.PENDING).name())
                .param("problem", kept ? Mail.Trouble.SAMPLE_CLINIC.name() : null)
                .param("now", now)
                .param("until", now.plus(useful))
                .update();
        if (!kept) {
            jobs.enqueue(SendMail.KIND, id, 0);
        }
        return id;
    }

    /** What {@link #send} would post. */
    Mail.Letter letter(String to, String subjectKey, String bodyKey, Object... arguments) {
        return new Mail.Letter(to, oneLine(text(subjectKey, arguments)), text(bodyKey, arguments));
    }

    /** The mail, unless it has been sent: then nothing is left of it but that it was. */
    @Transactional(readOnly = true)
    Optional<Mail> findOpen(UUID id) {
        return jdbc.sql(OPEN + "and id = ?").param(id).query(this::row).optional();
    }

    /** What has not arrived, newest first. */
    @Transactional(readOnly = true)
    List<Mail> open() {
        return jdbc.sql(OPEN + "order by created_at desc, id desc limit ?")
                .param(MOST_LISTED)
                .query(this::row)
                .list();
    }

    /** Forgets what was in it: an invitation or sign-in link must not outlive its mail here. */
    @Transactional
    void sent(UUID id) {
        jdbc.sql("update mail set status = 'SENT', content = null, problem = null, sent_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), id)
                .update();
    }

    @Transactional
    void inTrouble(UUID id, Mail.Trouble trouble, boolean givenUp) {
        jdbc.sql("update mail set status = ?, problem = ? where id = ? and status = 'PENDING'")
                .params((givenUp ? Mail.Status.UNDELIVERED : Mail.Status.PENDING).name(), trouble.name(), id)
                .update();
    }

    /** Puts an undelivered mail back on its way; false where there is no such mail. */
    @Transactional
    boolean sendAgain(UUID id) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        int freed = jdbc.sql("""
                        update mail set status = 'PENDING', problem = null, useful_until = ?
                        where id = ? and status = 'UNDELIVERED' and problem is distinct from 'SAMPLE_CLINIC'""").params(now.plus(USUALLY_USEFUL), id).update();
        if (freed == 1) {
            jobs.enqueue(SendMail.KIND, id, now.toInstant().toEpochMilli());
        }
        return freed == 1;
    }

    private Mail row(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String trouble = row.getString("problem");
        return new Mail(
                id,
                json.readValue(box.open(row.getBytes("content"), context(id)), Mail.Letter.class),
                Mail.Status.valueOf(row.getString("status")),
                trouble == null ? null : Mail.Trouble.valueOf(trouble),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("useful_until", OffsetDateTime.class).toInstant());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }

    /** A line break in a name must not become a header of its own. */
    private static String oneLine(String subject) {
        return subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    static String context(UUID id) {
        return "mail/" + id;
    }

    private static final String OPEN = """
            select id, content, status, problem, created_at, useful_until from mail where status <> 'SENT'
            """;
}
