package org.housecall.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the jobs of this node: starts last, stops first. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobSettings.class)
class JobWorker {

    @Bean(destroyMethod = "")
    @ConditionalOnProperty(name = "housecall.jobs.enabled", matchIfMissing = true)
    Scheduler scheduler(DataSource dataSource, JobTasks tasks, JobSettings settings, Clock clock) {
        return Scheduler.create(dataSource, tasks.once())
                .startTasks(tasks.recurring())
                .clock(clock::instant)
                .executorService(Executors.newFixedThreadPool(
                        settings.threads(), Thread.ofVirtual().name("job-", 0).factory()))
                .threads(settings.threads())
                .pollingInterval(settings.polling())
                .enablePriority()
                .pollUsingLockAndFetch(0.5, 2.0)
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .failureLogging(LogLevel.DEBUG, false)
                .build();
    }

    @Bean
    @ConditionalOnProperty(name = "housecall.jobs.enabled", matchIfMissing = true)
    SmartLifecycle schedulerLifecycle(Scheduler scheduler) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                scheduler.start();
                running = true;
            }

            @Override
            public void stop() {
                running = false;
                scheduler.stop();
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
