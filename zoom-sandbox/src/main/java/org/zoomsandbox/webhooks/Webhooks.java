package org.zoomsandbox.webhooks;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.zoomsandbox.oauth.Tokens;
import org.zoomsandbox.webhooks.Delivery.Attempt;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.Site;
import org.zoomsandbox.world.VirtualClock;
import org.zoomsandbox.world.ZoomApp;
import org.zoomsandbox.world.ZoomUser;
import tools.jackson.databind.node.ObjectNode;

/** Notifies apps of what happens to the people who have added them, or to everybody in the account that owns them. */
public final class Webhooks implements AutoCloseable {

    private static final int KEPT = 1_000;
    private static final int AT_ONCE = 32;

    private final VirtualClock clock;
    private final Directory directory;
    private final Tokens tokens;
    private final Disturbances disturbances;
    private final Subscriptions subscriptions;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Postman postman;
    private final PriorityBlockingQueue<Delivery> queue =
            new PriorityBlockingQueue<>(64, Comparator.comparing(Delivery::due));
    private final Deque<Delivery> history = new ArrayDeque<>();
    private final Map<String, Delivery> held = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Semaphore lines = new Semaphore(AT_ONCE, true);
    private volatile boolean virtualTimestamps;

    public Webhooks(VirtualClock clock, Directory directory, Tokens tokens, Disturbances disturbances, Site site) {
        this.clock = clock;
        this.directory = directory;
        this.tokens = tokens;
        this.disturbances = disturbances;
        this.postman = new Postman(site, threads);
        this.subscriptions = new Subscriptions(clock, directory, this::challenge);
    }

    /** Tells every app that may know of this host's meetings. */
    public void publish(String event, ZoomUser host, String scope, ObjectNode payload) {
        directory.apps().stream()
                .filter(app -> app.webhook().wants(event) && knows(app, host, scope))
                .forEach(app -> send(app, event, payload));
    }

    /** Tells one app, whether it has subscribed or not. */
    public void send(ZoomApp app, String event, ObjectNode payload) {
        var url = app.webhook().url();
        if (url == null || !subscriptions.open(app)) {
            return;
        }
        var body = Json.object().put("event", event).put("event_ts", clock.millis());
        body.set("payload", payload);
        accept(new Delivery(app.clientId(), event, url, body.toString(), clock.instant()));
    }

    /** Tells the app that a person has removed it, at the address kept for that. */
    public void deauthorized(ZoomApp app, String accountId, String userId) {
        if (app.deauthorizationUrl() == null) {
            return;
        }
        var body = Deauthorization.body(app, accountId, userId, clock.instant());
        accept(new Delivery(app.clientId(), Deauthorization.EVENT, app.deauthorizationUrl(), body, clock.instant()));
    }

    /** Whether each app's address has proved itself. */
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    /** Signs with the virtual clock instead of the machine's, for receivers whose clock moves too. */
    public void virtualTimestamps(boolean virtual) {
        virtualTimestamps = virtual;
    }

    /** Sends what has come due. */
    public void pump() {
        subscriptions.recheck(this::underWay);
        while (true) {
            Delivery next;
            synchronized (this) {
                next = queue.peek();
                if (next == null || next.due().isAfter(clock.instant())) {
                    return;
                }
                queue.remove(next);
                underWay.incrementAndGet();
            }
            var delivery = next;
            threads.execute(() -> attempt(delivery));
        }
    }

    /** Sends what was held until a next event, though none has come. */
    public void release() {
        held.keySet().forEach(clientId -> {
            var delivery = held.remove(clientId);
            if (delivery != null) {
                queue.add(delivery);
            }
        });
        pump();
    }

    /** The newest first. */
    public List<Delivery.View> last(int limit) {
        synchronized (history) {
            return history.stream().limit(limit).map(Delivery::view).toList();
        }
    }

    private void underWay(Runnable work) {
        underWay.incrementAndGet();
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    /** How many are on their way this moment. */
    public int underWay() {
        return underWay.get();
    }

    /** How many wait for their time. */
    public int waiting() {
        return queue.size() + held.size();
    }

    public void clear() {
        queue.clear();
        held.clear();
        subscriptions.clear();
        virtualTimestamps = false;
        synchronized (history) {
            history.clear();
        }
    }

    @Override
    public void close() {
        postman.close();
        threads.shutdownNow();
    }

    private boolean knows(ZoomApp app, ZoomUser host, String scope) {
        if (app.serverToServer()) {
            return host.accountId().equals(app.accountId()) && app.scopeNames().contains(scope + ":admin");
        }
        var grant = tokens.installation(app.clientId(), host.id());
        return grant != null && grant.scopes().contains(scope);
    }

    private void accept(Delivery delivery) {
        var struck = disturbances.strike(delivery);
        delivery.disturb(struck);
        remember(delivery);
        var copies = 1;
        var holding = false;
        for (var disturbance : struck) {
            switch (disturbance.kind()) {
                case DROP -> delivery.drop();
                case DELAY -> delivery.delay(disturbance.delay());
                case DUPLICATE -> copies = disturbance.copies();
                case REORDER -> holding = true;
                case WRONG_SIGNATURE, OLD_TIMESTAMP -> {}
            }
        }
        if (delivery.state() == Delivery.State.DROPPED) {
            return;
        }
        for (var copy = 1; copy < copies; copy++) {
            var again = delivery.again();
            remember(again);
            queue.add(again);
        }
        if (holding && held.putIfAbsent(delivery.clientId(), delivery) == null) {
            return;
        }
        delivery.follow(held.remove(delivery.clientId()));
        queue.add(delivery);
        pump();
    }

    private void remember(Delivery delivery) {
        synchronized (history) {
            if (history.size() == KEPT) {
                history.removeLast();
            }
            history.addFirst(delivery);
        }
    }

    private void attempt(Delivery delivery) {
        lines.acquireUninterruptibly();
        try {
            var app = directory.app(delivery.clientId());
            if (app == null) {
                delivery.drop();
                return;
            }
            var at = clock.instant();
            var receipt = carry(app, delivery);
            var attempt = new Attempt(at, receipt.status(), receipt.error());
            if (delivery.tried(attempt, app.webhook().retryClientErrors())) {
                queue.add(delivery);
            }
            var follower = delivery.takeFollower();
            if (follower != null) {
                queue.add(follower);
            }
        } finally {
            lines.release();
            underWay.decrementAndGet();
        }
        pump();
    }

    private Postman.Receipt carry(ZoomApp app, Delivery delivery) {
        var secret = app.webhook().secretToken();
        var timestamp = signingTime().getEpochSecond();
        for (var disturbance : delivery.disturbances()) {
            switch (disturbance.kind()) {
                case WRONG_SIGNATURE -> secret = "not-" + secret;
                case OLD_TIMESTAMP -> timestamp -= disturbance.ageSeconds();
                case DUPLICATE, REORDER, DELAY, DROP -> {}
            }
        }
        var signature = Signature.of(secret, timestamp, delivery.body());
        return postman.carry(
                delivery.url(), delivery.requestId(), app.clientId(), delivery.body(), timestamp, signature);
    }

    /** Sends the challenge every webhook address has to answer, and returns what is wrong with the answer, or "". */
    private String challenge(ZoomApp app, String plainToken) {
        var payload = Json.object().put("plainToken", plainToken);
        var body = Json.object();
        body.set("payload", payload);
        body.put("event_ts", clock.millis()).put("event", "endpoint.url_validation");
        var secret = app.webhook().secretToken();
        var timestamp = signingTime().getEpochSecond();
        var delivery = new Delivery(
                app.clientId(),
                "endpoint.url_validation",
                Objects.requireNonNull(app.webhook().url()),
                body.toString(),
                clock.instant());
        remember(delivery);
        var receipt = postman.carry(
                delivery.url(),
                delivery.requestId(),
                app.clientId(),
                delivery.body(),
                timestamp,
                Signature.of(secret, timestamp, delivery.body()));
        var problem = Subscriptions.problem(receipt, plainToken, secret);
        delivery.checked(new Attempt(clock.instant(), receipt.status(), problem.isEmpty() ? null : problem));
        return problem;
    }

    /** A receiver compares the timestamp with its own clock, which is the machine's unless a test moves it as well. */
    private Instant signingTime() {
        return virtualTimestamps ? clock.instant() : Instant.now();
    }
}
