package org.housecall.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.housecall.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
