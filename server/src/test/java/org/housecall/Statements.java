package org.housecall;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a test and its requests ask the database, as Spring writes it down where it is told to; not of jobs beside them, nor for the session. */
public final class Statements {

    private Statements() {}

    public static List<String> during(Runnable request) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = logger.getLevel();
        boolean additive = logger.isAdditive();
        Recorder recorder = new Recorder(Thread.currentThread().getName());
        recorder.start();
        logger.addAppender(recorder);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            request.run();
        } finally {
            logger.setLevel(before);
            logger.setAdditive(additive);
            logger.detachAppender(recorder);
        }
        return List.copyOf(recorder.seen);
    }

    private static final class Recorder extends AppenderBase<ILoggingEvent> {
        private final Queue<String> seen = new ConcurrentLinkedQueue<>();
        private final String test;

        Recorder(String test) {
            this.test = test;
        }

        @Override
        protected void append(ILoggingEvent event) {
            String thread = event.getThreadName();
            if ((thread.equals(test) || thread.startsWith("tomcat-handler"))
                    && event.getFormattedMessage().startsWith("Executing prepared SQL statement")
                    && !event.getFormattedMessage().toLowerCase(Locale.ROOT).contains("spring_session")) {
                seen.add(event.getFormattedMessage());
            }
        }
    }
}
