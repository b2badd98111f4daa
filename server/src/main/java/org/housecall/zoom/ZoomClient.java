package org.housecall.zoom;

import java.util.Map;
import java.util.function.Supplier;
import org.housecall.meetings.MeetingAttempts;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriBuilderFactory;

/** Zoom's REST interface, each call made once. The user is an id, an address, or {@code me}. */
@Component
class ZoomClient {

    private final ZoomApi api;
    private final ZoomCalls calls;
    private final ZoomFailures failures;
    private final MeetingAttempts attempts;
    private final Observations observations;

    ZoomClient(
            ZoomApi api, ZoomCalls calls, ZoomFailures failures, MeetingAttempts attempts, Observations observations) {
        this.api = api;
        this.calls = calls;
        this.failures = failures;
        this.attempts = attempts;
        this.observations = observations;
    }

    ZoomAnswer user(AccessToken token, String user) {
        return call(ZoomCall.USER, token, () -> api.user(base(token), token.bearer(), user));
    }

    /** A second one is never sent by itself; {@link ZoomAnswer.Lost} says that the meeting may exist. */
    ZoomAnswer create(AccessToken token, String user, Map<String, Object> meeting) {
        return call(ZoomCall.CREATE, token, () -> api.create(base(token), token.bearer(), user, meeting));
    }

    /** Scheduled meetings, a page of at most 300; the first page has an empty name. */
    ZoomAnswer list(AccessToken token, String user, String page) {
        return call(ZoomCall.LIST, token, () -> api.list(base(token), token.bearer(), user, page));
    }

    ZoomAnswer read(AccessToken token, String meeting) {
        return call(ZoomCall.READ, token, () -> api.read(base(token), token.bearer(), meeting));
    }

    ZoomAnswer update(AccessToken token, String meeting, Map<String, Object> changes) {
        return call(ZoomCall.UPDATE, token, () -> api.update(base(token), token.bearer(), meeting, changes));
    }

    ZoomAnswer delete(AccessToken token, String meeting) {
        return call(ZoomCall.DELETE, token, () -> api.delete(base(token), token.bearer(), meeting));
    }

    private ZoomAnswer call(ZoomCall call, AccessToken token, Supplier<ResponseEntity<byte[]>> request) {
        ZoomAnswer answer = answer(call.operation(), request);
        if (answer instanceof ZoomAnswer.Done) {
            observations.scopeUsed(token.appId(), call.scope());
        }
        return answer;
    }

    private ZoomAnswer answer(String operation, Supplier<ResponseEntity<byte[]>> request) {
        return switch (calls.make(operation, request)) {
            case ZoomCalls.Wire.Response(var response) -> {
                attempts.note(
                        operation,
                        response.getStatusCode().value(),
                        ZoomFailures.code(response),
                        ZoomCalls.trackingId(response));
                yield failures.read(response);
            }
            case ZoomCalls.Wire.NoAnswer(boolean sent) -> {
                attempts.note(operation, null, null, null);
                yield sent ? new ZoomAnswer.Lost() : new ZoomAnswer.NotSent();
            }
        };
    }

    private static UriBuilderFactory base(AccessToken token) {
        return new DefaultUriBuilderFactory(token.apiBase().toString());
    }
}
