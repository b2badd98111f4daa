package org.housecall.jobs;

import java.time.Duration;

/** Work that one node of the installation does again and again. It runs in no clinic and without a transaction. */
public interface RecurringJob {

    String kind();

    /** From the end of one run to the start of the next. */
    Duration every();

    void run();
}
