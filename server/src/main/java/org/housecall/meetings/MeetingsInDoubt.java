package org.housecall.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meetings whose create was not answered, or that were one too many: which they are, and what was done with each. */
@Service
public class MeetingsInDoubt {

    private static final Duration TOLD_FOR = Duration.ofDays(30);

    private final SurplusMeetings surplusMeetings;
    private final ObjectProvider<VideoProvider> providers;
    private final Audit audit;
    private final Clock clock;

    MeetingsInDoubt(
            SurplusMeetings surplusMeetings, ObjectProvider<VideoProvider> providers, Audit audit, Clock clock) {
        this.surplusMeetings = surplusMeetings;
        this.providers = providers;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is open first, then the newest. */
    @Transactional(readOnly = true)
    public List<MeetingInDoubt> report() {
        return surplusMeetings.toldSince(clock.instant().minus(TOLD_FOR)).stream()
                .map(told -> new MeetingInDoubt(
                        told.surplus().id(),
                        told.appointmentId(),
                        told.surplus().ref(),
                        told.surplus().marker(),
                        providers.getObject().nameOf(told.surplus().host()).orElse(null),
                        told.surplus().since(),
                        Fate.of(told)))
                .toList();
    }

    /** Somebody has looked for a possible one at the provider, and removed it there if it was there. */
    @Transactional
    public void lookedAfter(UUID id) {
        if (!surplusMeetings.lookedAfter(id)) {
            throw new Problem(HttpStatus.NOT_FOUND, "not-found");
        }
        audit.record(Action.POSSIBLE_MEETING_LOOKED_AFTER, id);
    }

    /** What became of a meeting. */
    public enum Fate {
        /** It may exist or not; nobody can tell from here. */
        POSSIBLE,
        TO_BE_REMOVED,
        ADOPTED,
        REMOVED,
        NOT_MADE,
        LOOKED_AFTER;

        private static Fate of(SurplusMeetings.Told told) {
            SurplusMeetings.Outcome outcome = told.outcome();
            if (outcome == null) {
                return told.surplus().ref() == null ? POSSIBLE : TO_BE_REMOVED;
            }
            return switch (outcome) {
                case ADOPTED -> ADOPTED;
                case REMOVED -> REMOVED;
                case NOT_MADE -> NOT_MADE;
                case LOOKED_AFTER -> LOOKED_AFTER;
            };
        }
    }

    /**
     * A meeting that was in doubt.
     *
     * @param zoomMeetingId null: it may not even exist
     * @param marker ends its topic
     * @param host whose account it is in; null where that is known no more
     */
    public record MeetingInDoubt(
            UUID id,
            UUID appointmentId,
            @Nullable String zoomMeetingId,
            @Nullable String marker,
            @Nullable String host,
            Instant since,
            Fate fate) {}
}
