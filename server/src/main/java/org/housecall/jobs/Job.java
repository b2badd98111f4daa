package org.housecall.jobs;

import java.time.Instant;
import java.util.UUID;

/**
 * A kind of durable work on one thing of one clinic. It runs in that clinic, without a transaction, at least once, and
 * possibly more often: it reads what is wanted and what is, and does what is missing.
 */
public interface Job {

    /** The name under which it is enqueued; stored, so never changed. */
    String kind();

    /** An exception means: again, later and later. */
    Next run(UUID subject);

    /** What follows a run. */
    sealed interface Next {
        record Done() implements Next {}

        record Again(Instant at) implements Next {}
    }
}
