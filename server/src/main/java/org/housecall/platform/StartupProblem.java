package org.housecall.platform;

/** Why the server cannot start, as one sentence for the person who started it. */
public class StartupProblem extends RuntimeException {

    public StartupProblem(String sentence) {
        super(sentence);
    }

    public StartupProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
