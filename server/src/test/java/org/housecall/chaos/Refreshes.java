package org.housecall.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the sandbox tells of refreshes, and what it means for connections that were lost. */
final class Refreshes {

    /** Between Zoom's answer and our commit, with time to spare on a busy machine. */
    private static final Duration NEARLY_STORED = Duration.ofSeconds(3);

    /** Whoever asked has given up by then, having begun to wait a little before the sandbox took notice. */
    private static final Duration ABOUT_THE_READ_TIMEOUT = Chaos.READ_TIMEOUT.minusSeconds(1);

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** A request with a refresh token, by its digest. */
    record Refresh(String zoomEmail, String token, Instant began, Instant ended, int status, List<String> faults) {

        private boolean answerWasLost(List<Instant> kills) {
            return faults.contains("lost-answer")
                    || !ended.isBefore(began.plus(ABOUT_THE_READ_TIMEOUT))
                    || kills.stream()
                            .anyMatch(kill -> !kill.isBefore(began) && kill.isBefore(ended.plus(NEARLY_STORED)));
        }
    }

    /** A connection that the server gave up, and since when it had had it. */
    record Lost(ChaosClinic.Doctor doctor, Instant connected, Instant at) {

        /** Zoom counts from its answer on, and the server from storing it. */
        private boolean isOf(String zoomEmail, Instant cause) {
            return zoomEmail.equals(doctor.zoomEmail())
                    && cause.isAfter(connected.minus(NEARLY_STORED))
                    && cause.isBefore(at);
        }
    }

    private final List<Refresh> all;

    Refreshes(List<Refresh> all) {
        this.all = List.copyOf(all);
    }

    Refreshes(ChaosZoom zoom) {
        this(StreamSupport.stream(zoom.get("refreshes").spliterator(), false)
                .map(it -> new Refresh(
                        it.path("user").asString(""),
                        it.path("token").asString(),
                        Instant.parse(it.path("began").asString()),
                        Instant.parse(it.path("ended").asString()),
                        it.path("status").asInt(),
                        it.path("faults")
                                .valueStream()
                                .map(fault -> fault.asString())
                                .toList()))
                .toList());
    }

    int count() {
        return all.size();
    }

    /** Refresh tokens that were on their way twice at once. */
    List<String> together() {
        List<String> together = new ArrayList<>();
        Map<String, List<Refresh>> byToken = all.stream()
                .sorted(Comparator.comparing(Refresh::began))
                .collect(Collectors.groupingBy(Refresh::token));
        byToken.values().forEach(uses -> {
            for (int i = 1; i < uses.size(); i++) {
                if (uses.get(i).began.isBefore(uses.get(i - 1).ended)) {
                    together.add(uses.get(i - 1) + " and " + uses.get(i));
                }
            }
        });
        return together;
    }

    /** Connections that were lost though no answer to a refresh was, and nobody had taken the authorization away. */
    List<Lost> withoutReason(List<Lost> lost, List<Trouble.Change> takenAway, List<Instant> kills) {
        return lost.stream()
                .filter(it -> takenAway.stream().noneMatch(change -> it.isOf(change.zoomEmail(), change.at())))
                .filter(it -> all.stream()
                        .noneMatch(
                                refresh -> it.isOf(refresh.zoomEmail, refresh.began) && refresh.answerWasLost(kills)))
                .toList();
    }

    /** Lost connections whose doctor was not told within a minute. */
    static List<Lost> untold(List<Lost> lost, List<Mailbox.Letter> letters) {
        return lost.stream()
                .filter(it -> letters.stream()
                        .noneMatch(letter -> letter.to().equals(it.doctor.email())
                                && letter.subject().equals("Please connect Zoom again")
                                && letter.sent().isAfter(it.at.minusSeconds(2)) // it names whole seconds
                                && letter.sent().isBefore(it.at.plus(A_MINUTE))))
                .toList();
    }
}
