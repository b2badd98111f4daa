package org.zoomsandbox.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.world.Dice;

/** One notification on its way to one address. */
public final class Delivery {

    /** After the first attempt Zoom waits 5, 20 and 60 minutes; then the event is lost. */
    private static final List<Duration> RETRIES =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(25), Duration.ofMinutes(85));

    /** How it stands. */
    public enum State {
        WAITING,
        DELIVERED,
        LOST,
        DROPPED
    }

    /** One try; status 0 means that no answer came. */
    public record Attempt(Instant at, int status, @Nullable String error) {

        boolean succeeded() {
            return status >= 200 && status < 300;
        }
    }

    /** What a developer sees of it. */
    public record View(
            String requestId,
            String clientId,
            String event,
            String url,
            State state,
            Instant due,
            List<Attempt> attempts,
            List<Disturbance.Kind> disturbances,
            String body) {}

    private final String requestId;
    private final String clientId;
    private final String event;
    private final String url;
    private final String body;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private final List<Disturbance> disturbances = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Delivery> follower = new AtomicReference<>();
    private volatile State state = State.WAITING;
    private volatile Instant due;

    Delivery(String clientId, String event, String url, String body, Instant due) {
        this(Dice.text(16), clientId, event, url, body, due);
    }

    private Delivery(String requestId, String clientId, String event, String url, String body, Instant due) {
        this.requestId = requestId;
        this.clientId = clientId;
        this.event = event;
        this.url = url;
        this.body = body;
        this.due = due;
    }

    /** The same notification once more, under the same request id. */
    Delivery again() {
        return new Delivery(requestId, clientId, event, url, body, due);
    }

    void disturb(List<Disturbance> by) {
        disturbances.addAll(by);
    }

    List<Disturbance> disturbances() {
        return disturbances;
    }

    void delay(Duration by) {
        due = due.plus(by);
    }

    void drop() {
        state = State.DROPPED;
    }

    void follow(@Nullable Delivery held) {
        follower.set(held);
    }

    @Nullable
    Delivery takeFollower() {
        return follower.getAndSet(null);
    }

    /** Records the attempt and says whether another one is due. */
    boolean tried(Attempt attempt, boolean retryClientErrors) {
        attempts.add(attempt);
        if (attempt.succeeded()) {
            state = State.DELIVERED;
            return false;
        }
        var final4xx = attempt.status() >= 300 && attempt.status() < 500 && !retryClientErrors;
        if (final4xx || attempts.size() > RETRIES.size()) {
            state = State.LOST;
            return false;
        }
        due = attempts.getFirst().at().plus(RETRIES.get(attempts.size() - 1));
        return true;
    }

    /** Records the outcome of a challenge, which is never repeated. */
    void checked(Attempt attempt) {
        attempts.add(attempt);
        state = attempt.error() == null ? State.DELIVERED : State.LOST;
    }

    String requestId() {
        return requestId;
    }

    String clientId() {
        return clientId;
    }

    String event() {
        return event;
    }

    String url() {
        return url;
    }

    String body() {
        return body;
    }

    Instant due() {
        return due;
    }

    State state() {
        return state;
    }

    View view() {
        var kinds = disturbances.stream().map(Disturbance::kind).toList();
        return new View(requestId, clientId, event, url, state, due, List.copyOf(attempts), kinds, body);
    }
}
