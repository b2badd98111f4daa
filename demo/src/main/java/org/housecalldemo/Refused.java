package org.housecalldemo;

/** Why the demo does not start, as one sentence for the person who typed the command. */
final class Refused extends RuntimeException {

    Refused(String sentence) {
        super(sentence, null, false, false);
    }
}
