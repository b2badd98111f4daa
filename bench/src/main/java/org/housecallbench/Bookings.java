package org.housecallbench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** One booking after the other, each of a free slot; one in fifty of a slot that is booked already. Many threads may ask at once. */
final class Bookings {

    private static final int CLASHES = 50;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Supplier<HttpRequest> free;
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<HttpRequest> booked = new ConcurrentLinkedQueue<>();

    /** Of requests, each of which books another slot. */
    Bookings(Supplier<HttpRequest> free) {
        this.free = free;
    }

    /** Of a request for each number, from 0 on. */
    static Bookings of(IntFunction<HttpRequest> slots) {
        AtomicInteger slot = new AtomicInteger();
        return new Bookings(() -> slots.apply(slot.getAndIncrement()));
    }

    /** Sends the next one and says how it was answered. */
    Outcome next() {
        HttpRequest again = asked.incrementAndGet() % CLASHES == 0 ? booked.poll() : null;
        if (again != null) {
            int status = send(again);
            return status == 409 ? Outcome.TAKEN : Outcome.unexpected(status);
        }
        HttpRequest request = free.get();
        int status = send(request);
        if (status != 201) {
            return Outcome.unexpected(status);
        }
        booked.add(request);
        return Outcome.DONE;
    }

    /** The status; 0 where no answer came. */
    private int send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** How a booking was answered. */
    enum Outcome {
        /** Booked; of a question: answered. */
        DONE,
        /** As it must be: somebody has the slot. */
        TAKEN,
        /** A free slot that was called taken, or one that was refused for any other reason. */
        REFUSED,
        SERVER_ERROR,
        NO_ANSWER,
        /** A slot booked a second time. */
        DOUBLE;

        private static Outcome unexpected(int status) {
            return switch (status) {
                case 0 -> NO_ANSWER;
                case 201 -> DOUBLE;
                default -> status >= 500 ? SERVER_ERROR : REFUSED;
            };
        }
    }
}
