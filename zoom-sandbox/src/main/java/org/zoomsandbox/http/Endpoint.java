package org.zoomsandbox.http;

/** Answers a call that has passed all checks common to every call. */
@FunctionalInterface
public interface Endpoint {

    Answer answer(ZoomCall call);
}
