package org.housecall.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;

/**
 * A handler that lets in a browser only soon after its sign-in, or after that was confirmed: a session left open must
 * not do for what outlives it. A bearer token, which took a recent sign-in itself, does.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RecentSignIn {

    /** How long a sign-in is recent. */
    Duration RECENT = Duration.ofMinutes(10);
}
