package org.housecall.meetings;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.meetings.VideoProvider.StartLink;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Who gets into a meeting, by which link, and when. */
@Service
public class MeetingDoor {

    private final Meetings meetings;
    private final MeetingWishes wishes;
    private final Appointments appointments;
    private final ObjectProvider<VideoProvider> providers;
    private final VideoRuleBook rules;
    private final Audit audit;
    private final AdministratorStarts administratorStarts;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MeetingDoor(
            Meetings meetings,
            MeetingWishes wishes,
            Appointments appointments,
            ObjectProvider<VideoProvider> providers,
            VideoRuleBook rules,
            Audit audit,
            AdministratorStarts administratorStarts,
            TransactionTemplate transactions,
            Clock clock) {
        this.meetings = meetings;
        this.wishes = wishes;
        this.appointments = appointments;
        this.providers = providers;
        this.rules = rules;
        this.audit = audit;
        this.administratorStarts = administratorStarts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The way in as host, made fresh at this moment: for the appointment's doctor and for Administrators, nobody else.
     * Never kept, logged or shown to others.
     *
     * @param reason an Administrator's, kept with the visit; its doctor is told
     */
    public Start start(Viewer viewer, UUID appointmentId, @Nullable String reason) {
        Appointment appointment = appointments.find(appointmentId).orElseThrow(Problem::notFound);
        boolean own = viewer.accountId().equals(appointment.doctorAccountId());
        if (!viewer.administrator() && !own) {
            throw Problem.forbidden();
        }
        Meeting meeting = meetings.find(appointmentId)
                .filter(it -> it.status().isThere() && it.host() != null && it.ref() != null)
                .orElseThrow(MeetingDoor::notReady);
        transactions.executeWithoutResult(_ -> {
            audit.record(Action.START_LINK_USED, appointmentId);
            if (!own) {
                administratorStarts.add(appointmentId, viewer, reason);
            }
        });
        return switch (providers.getObject().startLink(meeting.hostOfRef(), Objects.requireNonNull(meeting.ref()))) {
            case StartLink.Fresh(var url) -> new Start(url, true);
            case StartLink.Unavailable(var why)
            when why == MeetingProblem.DELETED_IN_ZOOM -> {
                wishes.wantAgain(appointmentId);
                throw notReady();
            }
            // Zoom gives us no fresh link now; the doctor's own Zoom sign-in still makes them the host.
            case StartLink.Unavailable(var _) ->
                new Start(Optional.ofNullable(meeting.joinUrl()).orElseThrow(MeetingDoor::notReady), false);
        };
    }

    private static Problem notReady() {
        return new Problem(HttpStatus.CONFLICT, "meeting-not-ready");
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
                .filter(hindrance -> hindrance.code().equals(notReady().code()))
                .map(_ -> rules.current().fallback())
                .filter(fallback -> !fallback.isNone());
    }

    /** The way in for a patient or guest; a problem says why there is none now. */
    public URI join(Appointment appointment) {
        hindrance(appointment).ifPresent(hindrance -> {
            throw hindrance;
        });
        return joinUrl(appointment).orElseThrow(MeetingDoor::notReady);
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
            return Optional.of(notReady());
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

    /**
     * The host's way in.
     *
     * @param asHost false: the join link, to be opened while signed in to Zoom as the host
     */
    public record Start(URI url, boolean asHost) {}

    /** From when, and until when, a patient may join. */
    public record JoinWindow(Instant opens, Instant closes) {}
}
