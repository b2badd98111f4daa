package org.housecall.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.LiveUpdates;
import org.housecall.platform.Problem;
import org.housecall.platform.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The open sessions of an account, in whichever browsers, on all nodes. */
@Service
public class Sessions {

    /** Attributes of a session. */
    public static final String ACCOUNT = "account";

    /** Present and true where two factors were proved. */
    public static final String TWO_FACTORS = "two-factors";

    /** Present where the session reaches this clinic only. */
    public static final String ONLY_CLINIC = "only-clinic";

    /** When it was opened; unlike {@link #SIGNED_IN_AT}, confirming it does not change that. */
    public static final String OPENED_AT = "opened-at";

    public static final String SIGNED_IN_AT = "signed-in-at";
    public static final String NETWORK = "network";
    public static final String BROWSER = "browser";

    /** The topic of the {@linkplain LiveUpdates live update} that sessions of an account have ended. */
    private static final String ENDED = "sessions-ended";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final LiveUpdates live;
    private final SignInSettings settings;
    private final Clock clock;

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            JdbcClient jdbc,
            Audit audit,
            LiveUpdates live,
            SignInSettings settings,
            Clock clock) {
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.audit = audit;
        this.live = live;
        this.settings = settings;
        this.clock = clock;
    }

    /** Latest used first. */
    public List<OpenSession> of(UUID accountId, @Nullable String currentSessionId) {
        return found(accountId).values().stream()
                .filter(session -> !isOver(session.getAttribute(OPENED_AT)))
                .map(session -> open(session, session.getId().equals(currentSessionId)))
                .sorted(Comparator.comparing(OpenSession::lastUsedAt).reversed())
                .toList();
    }

    /** Whether a session that was opened then has reached the end of its life, however much it is used. */
    public boolean isOver(@Nullable Instant openedAt) {
        return openedAt == null || !clock.instant().isBefore(openedAt.plus(settings.longestSession()));
    }

    private Map<String, ? extends Session> found(UUID accountId) {
        return sessions.findByPrincipalName(accountId.toString());
    }

    private static OpenSession open(Session session, boolean current) {
        return new OpenSession(
                publicId(session.getId()),
                Optional.ofNullable(session.<Instant>getAttribute(SIGNED_IN_AT)).orElse(session.getCreationTime()),
                session.getLastAccessedTime(),
                session.getAttribute(NETWORK),
                session.getAttribute(BROWSER),
                current);
    }

    /** The session's own id is its key, and is shown to nobody. */
    private static String publicId(String sessionId) {
        return HexFormat.of().formatHex(Secret.hash(sessionId), 0, 16);
    }

    /** Ends one; it may be the current one. */
    public void end(UUID accountId, String id) {
        String sessionId = found(accountId).keySet().stream()
                .filter(it -> publicId(it).equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
        sessions.deleteById(sessionId);
        audit.record(Action.SESSION_ENDED, accountId);
        live.publish(ENDED, accountId, accountId);
    }

    /** Ends all, or all but one. Joins the caller's transaction, so that what ends them and their end are one. */
    @Transactional
    public void endAll(UUID accountId, @Nullable String exceptSessionId) {
        jdbc.sql("delete from spring_session where principal_name = ? and session_id <> ?")
                .params(accountId.toString(), Objects.requireNonNullElse(exceptSessionId, ""))
                .update();
        live.publish(ENDED, accountId, accountId);
    }

    /** Whether some sessions of an account have just ended: what they keep open has to show itself anew. */
    public static boolean isEnd(LiveUpdates.Update update, UUID accountId) {
        return update.topic().equals(ENDED) && update.id().equals(accountId);
    }

    /**
     * A session as its owner sees it.
     *
     * @param network the address it was opened from
     * @param browser as it called itself
     */
    public record OpenSession(
            String id,
            Instant signedInAt,
            Instant lastUsedAt,
            @Nullable String network,
            @Nullable String browser,
            boolean current) {}
}
