package org.housecall.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.housecall.Eventually;
import org.housecall.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class JobsTests {

    private static final String KIND = "sync-meeting";

    private final Jobs jobs = TestServer.bean(Jobs.class);
    private final JdbcClient jdbc = TestServer.bean(JdbcClient.class);
    private final TransactionTemplate transactions = TestServer.bean(TransactionTemplate.class);
    private final UUID subject = UUID.randomUUID();
    private final Instant muchLater = Instant.now().plus(Duration.ofDays(365));

    @AfterEach
    void forget() {
        jdbc.sql("delete from scheduled_tasks where task_instance like ?")
                .param("%" + subject + "%")
                .update();
    }

    @Test
    void enqueuesOneOfTwoOfTheSameOccasion() {
        jobs.enqueueAt(KIND, subject, 1, muchLater);
        jobs.enqueueAt(KIND, subject, 1, muchLater.plusSeconds(1));
        jobs.enqueueAt(KIND, subject, 2, muchLater);

        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void enqueuesNothingWhereTheTransactionIsRolledBack() {
        transactions.executeWithoutResult(status -> {
            jobs.enqueueAt(KIND, subject, 1, muchLater);
            status.setRollbackOnly();
        });

        assertThat(waiting()).isZero();
    }

    @Test
    void letsBothTransactionsCommitThatEnqueueTheSameAtOnce() throws Exception {
        CountDownLatch enqueued = new CountDownLatch(1);
        CountDownLatch otherWaits = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> transactions.executeWithoutResult(_ -> {
                jobs.enqueueAt(KIND, subject, 1, muchLater);
                enqueued.countDown();
                await(otherWaits);
            }));
            await(enqueued);
            Future<?> second = threads.submit(() -> transactions.executeWithoutResult(_ -> {
                jobs.enqueueAt(KIND, subject, 1, muchLater);
                jobs.enqueueAt(KIND, subject, 2, muchLater);
            }));
            Eventually.assertThatSoon(this::blocked).isEqualTo(1L);
            otherWaits.countDown();
            first.get();
            second.get();
        }

        assertThat(waiting()).isEqualTo(2);
    }

    private long waiting() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_instance like ?")
                .param("%" + subject + "%")
                .query(Long.class)
                .single();
    }

    private long blocked() {
        return jdbc.sql("""
                        select count(*) from pg_locks l
                        where not l.granted and l.locktype = 'transactionid'""").query(Long.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
