package org.housecall.meetings;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.housecall.meetings.SurplusMeetings.Surplus;
import org.housecall.meetings.VideoProvider.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes meetings that must not be any more: superseded by another host's, or extra ones after a lost answer. */
@Component
class SurplusRemoval {

    private final SurplusMeetings surplusMeetings;
    private final ObjectProvider<VideoProvider> providers;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SurplusRemoval(
            SurplusMeetings surplusMeetings,
            ObjectProvider<VideoProvider> providers,
            TransactionTemplate transactions,
            Clock clock) {
        this.surplusMeetings = surplusMeetings;
        this.providers = providers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** When to try again; empty where all is gone, or only a change of who hosts can help, which has it looked at again. */
    Optional<Instant> remove(UUID appointmentId) {
        return surplusMeetings.of(appointmentId).stream()
                .map(this::remove)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> remove(Surplus surplus) {
        return switch (ask(surplus)) {
            case Answer.Gone() -> {
                transactions.executeWithoutResult(_ -> surplusMeetings.removed(surplus.id()));
                yield Optional.empty();
            }
            case Answer.Later(var at, var _) ->
                Optional.of(Patience.afterTrouble(surplus.since(), clock.instant(), at));
            // It stays on record, and shown where it is only a possible one.
            case Answer.There _, Answer.Unknown _, Answer.Disconnected _, Answer.Refused _ -> Optional.empty();
        };
    }

    /** A possible one is looked for first. */
    private Answer ask(Surplus surplus) {
        VideoProvider provider = providers.getObject();
        if (surplus.ref() != null) {
            return provider.delete(surplus.host(), surplus.ref());
        }
        if (surplus.marker() == null) {
            return new Answer.Unknown();
        }
        Answer found = provider.find(surplus.host(), surplus.marker());
        return found instanceof Answer.There(var room) ? provider.delete(surplus.host(), room.ref()) : found;
    }
}
