package org.housecall.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.housecall.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class LiveUpdatesTests {

    private final LiveUpdates live = TestServer.bean(LiveUpdates.class);
    private final TransactionTemplate transactions = TestServer.bean(TransactionTemplate.class);
    private final UUID clinic = UUID.randomUUID();
    private final List<UUID> heard = new CopyOnWriteArrayList<>();
    private Runnable unsubscribe = () -> {};

    @BeforeEach
    void listen() {
        unsubscribe = live.subscribe(update -> {
            if (update.clinicId().equals(clinic)) {
                heard.add(update.id());
            }
        });
    }

    @AfterEach
    void stopListening() {
        unsubscribe.run();
    }

    @Test
    void tellsOfAllThatWasCommittedAndOfNothingElse() {
        List<UUID> committed = Stream.generate(UUID::randomUUID).limit(250).toList();

        inTransaction(() -> live.publish("test", UUID.randomUUID()), true);
        committed.forEach(id -> inTransaction(() -> live.publish("test", id), false));

        assertThatSoon(heard::size).isEqualTo(committed.size());
        assertThat(heard).containsExactlyElementsOf(committed);
    }

    @Test
    void tellsNothingBeforeTheCommit() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();

        inTransaction(
                () -> {
                    live.publish("test", second);
                    Thread.ofVirtual()
                            .start(() -> CurrentClinic.in(clinic, () -> {
                                live.publish("test", first);
                                return true;
                            }));
                    assertThatSoon(() -> List.copyOf(heard)).isEqualTo(List.of(first));
                },
                false);

        assertThatSoon(() -> List.copyOf(heard)).isEqualTo(List.of(first, second));
    }

    /** At once: by the time the wait for a notification ends by itself, there is a second heartbeat. */
    @Test
    void letsGoOfItsConnectionWhenStopped() throws SQLException {
        JdbcConnectionDetails details = TestServer.bean(JdbcConnectionDetails.class);
        try (Connection connection =
                DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword())) {
            JdbcClient owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            LiveUpdates another =
                    new LiveUpdates(TestServer.bean(JdbcClient.class), details, TestServer.bean(Keyset.class));
            List<LiveUpdates.Update> heartbeats = new CopyOnWriteArrayList<>();
            another.subscribe(heartbeats::add);
            long before = listeners(owner);

            another.start();
            assertThatSoon(() -> heartbeats.size()).isEqualTo(1);
            assertThat(listeners(owner)).isEqualTo(before + 1);
            another.stop();

            assertThatSoon(() -> listeners(owner)).isEqualTo(before);
            assertThat(heartbeats).hasSize(1);
        }
    }

    private static long listeners(JdbcClient owner) {
        return owner.sql("select count(*) from pg_stat_activity where query = 'listen housecall'")
                .query(Long.class)
                .single();
    }

    private void inTransaction(Runnable work, boolean rollBack) {
        CurrentClinic.in(
                clinic,
                () -> transactions.execute(status -> {
                    work.run();
                    if (rollBack) {
                        status.setRollbackOnly();
                    }
                    return true;
                }));
    }
}
