package org.housecall.meetings;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.housecall.appointments.Appointment;
import org.housecall.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** When a patient or guest gets into a meeting, by which link, and what they can do instead. */
@Service
public class PatientDoor {

    private static final String NOT_READY = "meeting-not-ready";

    private final Meetings meetings;
    private final VideoRuleBook rules;
    private final Clock clock;

    PatientDoor(Meetings meetings, VideoRuleBook rules, Clock clock) {
        this.meetings = meetings;
        this.rules = rules;
        this.clock = clock;
    }

    /** When a patient may join. */
    public JoinWindow window(Appointment appointment) {
        VideoRules current = rules.current();
        return new JoinWindow(
                appointment.start().minus(current.joinOpensBefore()),
                appointment.end().plus(current.joinClosesAfter()));
    }

    /** What a patient can do instead, while there should be a way in and is none; empty where the clinic names nothing. */
    public Optional<VideoRules.Fallback> fallback(Appointment appointment) {
        return hindrance(appointment)
                .filter(hindrance -> hindrance.code().equals(NOT_READY))
                .map(_ -> rules.current().fallback())
                .filter(fallback -> !fallback.isNone());
    }

    /** The way in for a patient or guest; a problem says why there is none now. */
    public URI join(Appointment appointment) {
        hindrance(appointment).ifPresent(hindrance -> {
            throw hindrance;
        });
        return joinUrl(appointment).orElseThrow(() -> new Problem(HttpStatus.CONFLICT, NOT_READY));
    }

    /** Why a patient or guest cannot join now; empty where they can. */
    public Optional<Problem> hindrance(Appointment appointment) {
        Instant now = clock.instant();
        JoinWindow window = window(appointment);
        if (!appointment.isVideo()) {
            return conflict("visit-in-person");
        } else if (!appointment.status().isLive() || !now.isBefore(window.closes())) {
            return conflict("visit-over");
        } else if (now.isBefore(window.opens())) {
            return conflict("visit-too-early");
        } else if (joinUrl(appointment).isEmpty()) {
            return conflict(NOT_READY);
        }
        return Optional.empty();
    }

    private Optional<URI> joinUrl(Appointment appointment) {
        return meetings.find(appointment.id())
                .filter(meeting -> meeting.status().isThere())
                .map(Meeting::joinUrl);
    }

    private static Optional<Problem> conflict(String code) {
        return Optional.of(new Problem(HttpStatus.CONFLICT, code));
    }

    /** From when, and until when, a patient may join. */
    public record JoinWindow(Instant opens, Instant closes) {}
}
