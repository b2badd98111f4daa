package org.housecall.meetings;

import org.housecall.meetings.VideoProvider.Host;
import org.housecall.meetings.VideoProvider.Wish;

/** The one thing a meeting needs next. */
sealed interface Step {

    /** Nobody has to be asked. */
    record Decided(Decision decision) implements Step {}

    /** The provider is asked; what its answer means is said in {@link Decision}. */
    sealed interface Asking extends Step {}

    /** There is none: make one. The intent is committed before. */
    record Create(Meeting.Intent intent, Wish wish) implements Asking {}

    /** One was begun, and nobody knows what came of it: look for it by its marker. */
    record LookFor(Meeting.Intent intent) implements Asking {}

    /** There is one: is it as it should be? */
    record Check(Host host, String ref, Wish wish) implements Asking {}

    /** It is not: have it changed. */
    record Change(Host host, String ref, Wish wish) implements Asking {}

    /** It must not be there any more. */
    record Remove(Host host, String ref) implements Asking {}
}
