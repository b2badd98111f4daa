package org.housecall.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A handler for any signed-in account, about that account's own things. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SignedIn {

    /** Whether it is also for a sign-in that reaches one clinic only, because it shows nothing of the account beyond it. */
    boolean alsoInOneClinic() default false;
}
