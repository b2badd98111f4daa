package org.housecall.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.housecall.platform.CurrentClinic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Enqueues durable work in the caller's transaction: the job exists if, and only if, that commits, and starts right after. */
@Component
public class Jobs {

    private final SchedulerClient client;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    Jobs(DataSource dataSource, ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .build();
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Enqueues work on a thing of the current clinic. A second call with the same occasion changes nothing while the first is waiting. */
    public void enqueue(String kind, UUID subject, long occasion) {
        enqueueAt(kind, subject, occasion, clock.instant());
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
        client.scheduleIfNotExists(new TaskInstance<>(kind, instance.toString()), at);
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
