package org.housecall.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.housecall.platform.CurrentClinic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Enqueues durable work in the caller's transaction: the job exists if, and only if, that commits, and starts right after. */
@Component
public class Jobs {

    private final JdbcClient jdbc;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    Jobs(JdbcClient jdbc, ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Enqueues work on a thing of the current clinic. A second call with the same occasion changes nothing while the first is waiting. */
    public void enqueue(String kind, UUID subject, long occasion) {
        enqueueAt(kind, subject, occasion, clock.instant());
    }

    /** As {@link #enqueue(String, UUID, long)}; of what is due, the higher priority is begun first. */
    public void enqueue(String kind, UUID subject, long occasion, Priority priority) {
        enqueue(kind, new Instance(CurrentClinic.idOrNone(), subject, occasion), clock.instant(), priority);
    }

    /** As {@link #enqueue}, to start no earlier than the given time. */
    public void enqueueAt(String kind, UUID subject, long occasion, Instant at) {
        enqueue(kind, new Instance(CurrentClinic.idOrNone(), subject, occasion), at);
    }

    /** As {@link #enqueue}, for work in another clinic than the current one. */
    public void enqueueIn(UUID clinicId, String kind, UUID subject, long occasion) {
        enqueue(kind, new Instance(clinicId, subject, occasion), clock.instant());
    }

    private void enqueue(String kind, Instance instance, Instant at) {
        enqueue(kind, instance, at, Priority.USUAL);
    }

    private void enqueue(String kind, Instance instance, Instant at, Priority priority) {
        // As db-scheduler's client does it, but without its look first: that costs each booking a round trip, and of
        // two who look at the same time one would fail to insert, and its transaction with it.
        jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
                        values (?, ?, ?, false, 1, ?) on conflict do nothing""")
                .params(kind, instance.toString(), at.atOffset(ZoneOffset.UTC), priority.rank)
                .update();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake();
                }
            });
        } else {
            wake();
        }
    }

    private void wake() {
        scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }

    /** What is begun first where there is much to do. */
    public enum Priority {
        USUAL(50), // the scheduler's own for what recurs
        LOW(10);

        private final int rank;

        Priority(int rank) {
            this.rank = rank;
        }
    }

    /** What a row in the job table is about, as its name. */
    record Instance(UUID clinicId, UUID subject, long occasion) {

        static Instance parse(String name) {
            String[] parts = name.split("/", 3);
            return new Instance(UUID.fromString(parts[0]), UUID.fromString(parts[1]), Long.parseLong(parts[2]));
        }

        @Override
        public String toString() {
            return clinicId + "/" + subject + "/" + occasion;
        }
    }
}
