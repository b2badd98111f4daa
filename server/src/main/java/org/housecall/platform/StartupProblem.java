package org.housecall.platform;

import org.jspecify.annotations.Nullable;

/**
 * Why the server cannot start, in words for the person who starts it: what is wrong, as a clause that continues "Housecall cannot start:", and
 * what to do about it, as a sentence. It is printed without a stack trace.
 */
public final class StartupProblem extends RuntimeException {

    private final String problem;
    private final String remedy;

    public StartupProblem(String problem, String remedy) {
        this(problem, remedy, null);
    }

    public StartupProblem(String problem, String remedy, @Nullable Throwable cause) {
        super(problem + ". " + remedy, cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What is wrong, without a full stop. */
    public String problem() {
        return problem;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
