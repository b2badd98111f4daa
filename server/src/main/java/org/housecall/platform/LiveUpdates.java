package org.housecall.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells open pages on every node that something changed: what and which, never how. Published in a transaction, it is
 * sent right after the commit, and not at all if the node dies in between; each node listens on one connection of its own.
 */
@Component
public class LiveUpdates implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveUpdates.class);
    private static final String CHANNEL = "housecall";
    private static final int WAIT_MILLIS = 15_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final JdbcConnectionDetails details;
    private final Keyset keyset;
    private final List<Consumer<Update>> subscribers = new CopyOnWriteArrayList<>();
    private final Queue<String> unsent = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean sending = new AtomicBoolean();
    private volatile @Nullable Listening listening;

    LiveUpdates(JdbcClient jdbc, JdbcConnectionDetails details, Keyset keyset) {
        this.jdbc = jdbc;
        this.details = details;
        this.keyset = keyset;
    }

    /**
     * Says that a thing of the current clinic, or of the installation, changed.
     *
     * @param concerned the accounts that may hear of it besides those who see the whole clinic
     */
    public void publish(String topic, UUID id, @Nullable UUID... concerned) {
        Update update = new Update(
                CurrentClinic.idOrNone(),
                topic,
                id,
                Stream.of(concerned)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList());
        afterCommit(() -> {
            unsent.add(update.toPayload());
            sendSoon();
        });
    }

    /** In a transaction of its own and many together: those that notify commit one after the other, each waiting for the disk. */
    private void sendSoon() {
        if (sending.compareAndSet(false, true)) {
            Thread.ofVirtual().name("live-updates-send").start(this::sendAll);
        }
    }

    private void sendAll() {
        try {
            while (!unsent.isEmpty()) {
                List<String> payloads = Stream.generate(unsent::poll)
                        .takeWhile(Objects::nonNull)
                        .limit(MOST_AT_ONCE)
                        .toList();
                jdbc.sql("select pg_notify('" + CHANNEL + "', payload) from unnest(?) payload")
                        .param(payloads.toArray(String[]::new))
                        .query((row, number) -> true)
                        .list();
            }
        } catch (DataAccessException e) {
            log.warn("A live update was not sent; open pages show the change when they are next loaded", e);
        } finally {
            sending.set(false);
        }
        if (!unsent.isEmpty()) {
            sendSoon();
        }
    }

    private static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    /** Hears every update of every clinic, and a {@link Update#isHeartbeat heartbeat} now and then, until the returned action is run. */
    public Runnable subscribe(Consumer<Update> subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    @Override
    public void start() {
        Listening starting = new Listening();
        listening = starting; // before it runs: it ends as soon as it finds itself unwanted
        Thread.ofVirtual().name("live-updates").start(() -> listen(starting));
    }

    @Override
    public void stop() {
        Listening running = listening;
        listening = null;
        if (running != null) {
            running.end();
        }
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }

    private void listen(Listening listening) {
        while (!listening.isOver(Duration.ZERO)) {
            try (var connection =
                    DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword())) {
                listening.connection = connection;
                RunningServers.show(keyset, connection);
                try (var statement = connection.createStatement()) {
                    statement.execute("set role housecall_app");
                    statement.execute("listen " + CHANNEL);
                }
                send(Update.HEARTBEAT); // whoever missed something while we were not listening looks again
                PGConnection notified = connection.unwrap(PGConnection.class);
                while (!listening.isOver(Duration.ZERO)) {
                    var notifications = notified.getNotifications(WAIT_MILLIS);
                    if (notifications == null || notifications.length == 0) {
                        send(Update.HEARTBEAT);
                        continue;
                    }
                    for (var notification : notifications) {
                        send(Update.parse(notification.getParameter()));
                    }
                }
            } catch (SQLException | RuntimeException e) {
                if (!listening.isOver(Duration.ZERO)) {
                    log.warn("Live updates lost their connection, trying again", e);
                }
            }
            listening.isOver(PAUSE);
        }
    }

    /** From a start to its stop, which closes the connection: nothing else ends the wait for a notification at once. */
    private static final class Listening {

        private final CountDownLatch over = new CountDownLatch(1);
        private volatile @Nullable Connection connection;

        void end() {
            over.countDown();
            Connection open = connection;
            if (open != null) {
                try {
                    open.abort(Runnable::run);
                } catch (SQLException e) {
                    log.debug("The connection of live updates was gone already", e);
                }
            }
        }

        boolean isOver(Duration within) {
            try {
                return over.await(within.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
    }

    private void send(Update update) {
        for (Consumer<Update> subscriber : subscribers) {
            try {
                subscriber.accept(update);
            } catch (RuntimeException e) {
                log.warn("A subscriber failed on a live update", e); // the others must hear of it all the same
            }
        }
    }

    /** What changed. */
    public record Update(UUID clinicId, String topic, UUID id, List<UUID> concerned) {

        static final Update HEARTBEAT = new Update(CurrentClinic.NONE, "heartbeat", CurrentClinic.NONE, List.of());

        public boolean isHeartbeat() {
            return topic.equals("heartbeat");
        }

        String toPayload() {
            List<String> parts = new ArrayList<>(List.of(clinicId.toString(), topic, id.toString()));
            concerned.forEach(account -> parts.add(account.toString()));
            return String.join(" ", parts);
        }

        static Update parse(String payload) {
            String[] parts = payload.split(" ", -1);
            return new Update(
                    UUID.fromString(parts[0]),
                    parts[1],
                    UUID.fromString(parts[2]),
                    Stream.of(parts).skip(3).map(UUID::fromString).toList());
        }
    }
}
