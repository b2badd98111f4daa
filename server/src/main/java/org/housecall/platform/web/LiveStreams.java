package org.housecall.platform.web;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.housecall.platform.LiveUpdates;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams of live updates to a browser: topic and id, nothing else. */
@Component
public class LiveStreams {

    /** A stream ends after this; the browser opens it anew by itself, with its roles read anew. */
    private static final long LONGEST_MILLIS = 10 * 60 * 1000L;

    private final LiveUpdates live;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

    LiveStreams(LiveUpdates live) {
        this.live = live;
    }

    /** A stream of the updates that the reader may hear of. */
    public SseEmitter open(Predicate<LiveUpdates.Update> mayHear) {
        SseEmitter stream = new SseEmitter(LONGEST_MILLIS);
        open.add(stream);
        Runnable unsubscribe = live.subscribe(update -> {
            if (update.isHeartbeat()) {
                send(stream, SseEmitter.event().comment("still here"));
            } else if (mayHear.test(update)) {
                send(
                        stream,
                        SseEmitter.event()
                                .name(update.topic())
                                .data(Map.<String, UUID>of("id", update.id()), MediaType.APPLICATION_JSON));
            }
        });
        stream.onCompletion(() -> {
            open.remove(stream);
            unsubscribe.run();
        });
        stream.onTimeout(stream::complete);
        stream.onError(_ -> unsubscribe.run());
        send(stream, SseEmitter.event().comment("listening"));
        return stream;
    }

    /** An open stream would hold up the end of the server: browsers open theirs anew at the next. */
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        open.forEach(SseEmitter::complete);
    }

    private static void send(SseEmitter stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException e) {
            stream.completeWithError(e); // the reader went away
        }
    }
}
