package org.housecall;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A stream of live updates, as a browser reads it. */
public final class EventStream implements AutoCloseable {

    /** What {@link #next} says where the server has ended the stream. */
    public static final String END = "(end)";

    private final HttpResponse<InputStream> answer;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
    }

    static EventStream open(HttpClient http, URI url) {
        try {
            EventStream stream = new EventStream(http.send(
                    HttpRequest.newBuilder(url)
                            .header("Accept", "text/event-stream")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream()));
            Thread.ofVirtual().start(stream::read);
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<InputStream> answer() {
        return answer;
    }

    /** The next line that is neither empty nor a comment; fails where none comes, however long the heart beats. */
    public String next() throws InterruptedException {
        Instant patience = Instant.now().plusSeconds(20);
        String line = lines.poll(20, TimeUnit.SECONDS);
        while (line != null && (line.isEmpty() || line.startsWith(":"))) {
            line = lines.poll(Duration.between(Instant.now(), patience).toMillis(), TimeUnit.MILLISECONDS);
        }
        if (line == null) {
            throw new AssertionError("Nothing more came");
        }
        return line;
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
            lines.add(END);
        } catch (IOException | UncheckedIOException e) {
            lines.add(e.toString());
        }
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
