package org.housecall.platform.web;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.housecall.platform.LiveUpdates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams of live updates to a browser: topic and id, nothing else. */
@Component
public class LiveStreams {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);

    /** A stream ends after this; the browser opens it anew by itself, with its roles read anew. */
    private static final long LONGEST_MILLIS = 10 * 60 * 1000L;

    private final LiveUpdates live;
    private final Set<SseEmitter> streams = ConcurrentHashMap.newKeySet();

    LiveStreams(LiveUpdates live) {
        this.live = live;
    }

    /**
     * A stream of the updates that the reader may hear of.
     *
     * @param last tells of an update that may be heard whether the reader may hear of none after it
     */
    public SseEmitter open(Predicate<LiveUpdates.Update> mayHear, Predicate<LiveUpdates.Update> last) {
        return open(mayHear, LiveUpdates.Update::topic, last);
    }

    /**
     * A stream for a reader who is told that something changed, but not what.
     *
     * @param name of every event
     * @param last tells of an update that may be heard whether the reader may hear of none after it
     */
    public SseEmitter open(String name, Predicate<LiveUpdates.Update> mayHear, Predicate<LiveUpdates.Update> last) {
        return open(mayHear, _ -> name, last);
    }

    private SseEmitter open(
            Predicate<LiveUpdates.Update> mayHear,
            Function<LiveUpdates.Update, String> name,
            Predicate<LiveUpdates.Update> last) {
        SseEmitter stream = new SseEmitter(LONGEST_MILLIS);
        Runnable unsubscribe = live.subscribe(update -> {
            if (update.isHeartbeat()) {
                send(stream, SseEmitter.event().comment("still here"));
            } else if (mayHear.test(update)) {
                send(
                        stream,
                        SseEmitter.event()
                                .name(name.apply(update))
                                .data(Map.<String, UUID>of("id", update.id()), MediaType.APPLICATION_JSON));
                if (last.test(update)) {
                    stream.complete();
                }
            }
        });
        streams.add(stream);
        stream.onCompletion(() -> {
            unsubscribe.run();
            streams.remove(stream);
        });
        stream.onTimeout(stream::complete);
        stream.onError(_ -> unsubscribe.run());
        send(stream, SseEmitter.event().comment("listening"));
        return stream;
    }

    /** A server that stops waits for its running requests, and an open page would keep it waiting. */
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        streams.forEach(SseEmitter::complete);
    }

    private static void send(SseEmitter stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException e) {
            // The reader went away. The container tells the stream so itself, and does not take it well from others.
            log.debug("A stream could not be written to", e);
        }
    }
}
