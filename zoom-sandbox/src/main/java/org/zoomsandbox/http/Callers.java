package org.zoomsandbox.http;

import org.jspecify.annotations.Nullable;

/** Knows whose access token is whose. */
@FunctionalInterface
public interface Callers {

    /** The caller behind a bearer token, or null; throws what Zoom would answer to a token that has expired. */
    @Nullable
    Caller of(String accessToken);
}
