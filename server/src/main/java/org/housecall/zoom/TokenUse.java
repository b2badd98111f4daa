package org.housecall.zoom;

/** A token to call with, or why there is none right now. */
sealed interface TokenUse {

    record Usable(AccessToken token) implements TokenUse {}

    record Unusable(ZoomAnswer.Failure why) implements TokenUse {}
}
