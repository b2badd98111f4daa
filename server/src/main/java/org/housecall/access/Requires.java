package org.housecall.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission a handler demands: in the clinic of its route, or, where the route has none, of an Administrator. A
 * handler that declares neither this nor {@link SignedIn} nor {@link Public} is refused.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    Permission value();
}
