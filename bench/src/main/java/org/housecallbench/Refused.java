package org.housecallbench;

/** The bench does not go on, and says why in a sentence. */
final class Refused extends RuntimeException {

    Refused(String sentence) {
        super(sentence);
    }
}
