package org.housecall.zoom;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.SealedAccounts;
import org.housecall.jobs.RecurringJob;
import org.housecall.platform.PlatformSettings;
import org.housecall.platform.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves a Zoom user from one account to another, on purpose only. Both accounts are told how it was decided; one that is
 * never decided counts as declined.
 */
@Service
public class Relinking implements RecurringJob {

    private final ZoomApps apps;
    private final Relinks relinks;
    private final Connections connections;
    private final SealedAccounts sealed;
    private final TokenEndpoint endpoint;
    private final Observations observations;
    private final PlatformSettings platform;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    Relinking(
            ZoomApps apps,
            Relinks relinks,
            Connections connections,
            SealedAccounts sealed,
            TokenEndpoint endpoint,
            Observations observations,
            PlatformSettings platform,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.apps = apps;
        this.relinks = relinks;
        this.connections = connections;
        this.sealed = sealed;
        this.endpoint = endpoint;
        this.observations = observations;
        this.platform = platform;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Keeps an authorization for a decision where another account has its Zoom user; false where none has. Between accounts of
     * sample clinics there is nothing to decide: whoever reviews an app moves to and fro.
     *
     * @param added whether Zoom's own Add button led here
     */
    boolean begin(ZoomApp app, UUID accountId, ZoomUser user, TokenAnswer.Tokens tokens, boolean added) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            Optional<Connection> earlier = connections
                    .ofZoomUserLocked(app.id(), user.id())
                    .filter(connection -> !connection.accountId().equals(accountId))
                    .filter(connection -> !sealed.isSealed(accountId) || !sealed.isSealed(connection.accountId()));
            earlier.ifPresent(connection -> {
                connections.takenOver(connection);
                relinks.keep(app, accountId, user, tokens, added);
            });
            return earlier.isPresent();
        }));
    }

    /** Makes the Zoom user the account's own, in the current clinic's app. */
    public void confirm(UUID accountId) {
        Relink relink = open(accountId);
        transactions.executeWithoutResult(_ -> {
            Relinks.Kept kept = relinks.take(relink).orElseThrow(Relinking::decided);
            connections
                    .ofZoomUserLocked(relink.appId(), relink.zoomUserId())
                    .ifPresent(earlier -> tell(relink, earlier, Relink.Decision.MOVED));
            ZoomApp app = apps.find(relink.appId(), relink.clientId()).orElseThrow(Relinking::decided);
            connections.connect(app, accountId, kept.user(), kept.tokens());
        });
        // By this address it came back from Zoom, when there was still something to decide.
        observations.connected(relink.appId(), platform.url(Connecting.CALLBACK), relink.added());
    }

    /** Leaves everything as it was; Zoom is asked to forget the authorization. */
    public void decline(UUID accountId) {
        decline(open(accountId));
    }

    private void decline(Relink relink) {
        Optional<Relinks.Kept> kept = Objects.requireNonNull(transactions.execute(_ -> {
            Optional<Relinks.Kept> taken = relinks.take(relink);
            if (taken.isPresent()) {
                connections
                        .ofZoomUserLocked(relink.appId(), relink.zoomUserId())
                        .ifPresent(earlier -> tell(relink, earlier, Relink.Decision.DECLINED));
            }
            return taken;
        }));
        kept.ifPresent(it -> apps.find(relink.appId(), relink.clientId())
                .ifPresent(app -> endpoint.revoke(app, it.tokens().access())));
    }

    private Relink open(UUID accountId) {
        return apps.effective(ZoomApp.Kind.GENERAL)
                .flatMap(app -> relinks.of(app.id(), accountId))
                .orElseThrow(Relinking::decided);
    }

    private void tell(Relink relink, Connection earlier, Relink.Decision decision) {
        events.publishEvent(new Relink.Decided(relink.accountId(), earlier.accountId(), decision));
    }

    private static Problem decided() {
        return new Problem(HttpStatus.CONFLICT, "zoom-relink-over");
    }

    @Override
    public String kind() {
        return "expire-zoom-relinks";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        relinks.expired().forEach(this::decline);
    }
}
