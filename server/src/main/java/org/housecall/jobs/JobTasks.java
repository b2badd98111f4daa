package org.housecall.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.housecall.platform.CurrentClinic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Every {@link Job} and {@link RecurringJob} of the application, as db-scheduler knows them. */
@Component
public class JobTasks {

    private static final Logger log = LoggerFactory.getLogger(JobTasks.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final List<Task<?>> once;
    private final List<RecurringTask<?>> recurring;

    JobTasks(List<Job> jobs, List<RecurringJob> recurringJobs) {
        this.once = jobs.stream().<Task<?>>map(JobTasks::once).toList();
        this.recurring = recurringJobs.stream()
                .<RecurringTask<?>>map(JobTasks::recurring)
                .toList();
    }

    public List<Task<?>> once() {
        return once;
    }

    public List<RecurringTask<?>> recurring() {
        return recurring;
    }

    private static Task<Void> once(Job job) {
        return Tasks.custom(job.kind(), Void.class)
                .onFailure(backOff())
                .execute((instance, context) -> run(job, instance));
    }

    private static CompletionHandler<Void> run(Job job, TaskInstance<Void> instance) {
        Jobs.Instance parsed = Jobs.Instance.parse(instance.getId());
        Job.Next next = CurrentClinic.in(parsed.clinicId(), () -> job.run(parsed.subject()));
        return switch (next) {
            case Job.Next.Done() -> (complete, operations) -> operations.stop();
            case Job.Next.Again(var at) -> (complete, operations) -> operations.reschedule(complete, at);
        };
    }

    private static RecurringTask<Void> recurring(RecurringJob job) {
        return Tasks.recurring(job.kind(), FixedDelay.of(job.every())).execute((instance, context) -> job.run());
    }

    /** 1 s, 2 s, 4 s … to ten minutes, each spread by half so that what failed together does not return together. */
    private static FailureHandler<Void> backOff() {
        return (complete, operations) -> {
            int failures = complete.getExecution().consecutiveFailures + 1;
            long seconds = Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(failures - 1, 20));
            long millis = seconds * 1000 / 2 + ThreadLocalRandom.current().nextLong(seconds * 1000 / 2 + 1);
            log.warn(
                    "Job {} failed ({} in a row), again in {} ms",
                    complete.getExecution().taskInstance,
                    failures,
                    millis,
                    complete.getCause().orElse(null));
            operations.reschedule(complete, complete.getTimeDone().plusMillis(millis));
        };
    }
}
