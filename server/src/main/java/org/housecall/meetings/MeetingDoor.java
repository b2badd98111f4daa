package org.housecall.meetings;

import java.net.URI;
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

/** Who gets into a meeting as its host, and by which link. */
@Service
public class MeetingDoor {

    private final Meetings meetings;
    private final MeetingWishes wishes;
    private final Appointments appointments;
    private final ObjectProvider<VideoProvider> providers;
    private final Audit audit;
    private final AdministratorStarts administratorStarts;
    private final TransactionTemplate transactions;

    MeetingDoor(
            Meetings meetings,
            MeetingWishes wishes,
            Appointments appointments,
            ObjectProvider<VideoProvider> providers,
            Audit audit,
            AdministratorStarts administratorStarts,
            TransactionTemplate transactions) {
        this.meetings = meetings;
        this.wishes = wishes;
        this.appointments = appointments;
        this.providers = providers;
        this.audit = audit;
        this.administratorStarts = administratorStarts;
        this.transactions = transactions;
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

    /**
     * The host's way in.
     *
     * @param asHost false: the join link, to be opened while signed in to Zoom as the host
     */
    public record Start(URI url, boolean asHost) {}
}
