package org.housecall.meetings;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.housecall.access.Accounts;
import org.housecall.access.Role;
import org.housecall.appointments.Appointments;
import org.housecall.clinics.Doctors;
import org.housecall.jobs.Jobs;
import org.housecall.meetings.VideoProvider.Answer;
import org.housecall.meetings.VideoProvider.Host;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the provider tells of its own accord. All of it is a hint: possibly late, doubled or out of order. Called
 * without a transaction; a reference that is not ours is ignored without a trace, and so is what a sender says
 * about the meeting of a host it does not speak for.
 */
@Service
public class MeetingEvents {

    private final Meetings meetings;
    private final SurplusMeetings surplusMeetings;
    private final MeetingWishes wishes;
    private final Appointments appointments;
    private final VisitCourse course;
    private final Doctors doctors;
    private final Accounts accounts;
    private final Jobs jobs;
    private final ObjectProvider<VideoProvider> providers;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MeetingEvents(
            Meetings meetings,
            SurplusMeetings surplusMeetings,
            MeetingWishes wishes,
            Appointments appointments,
            VisitCourse course,
            Doctors doctors,
            Accounts accounts,
            Jobs jobs,
            ObjectProvider<VideoProvider> providers,
            TransactionTemplate transactions,
            Clock clock) {
        this.meetings = meetings;
        this.surplusMeetings = surplusMeetings;
        this.wishes = wishes;
        this.appointments = appointments;
        this.course = course;
        this.doctors = doctors;
        this.accounts = accounts;
        this.jobs = jobs;
        this.providers = providers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A meeting with this marker was made. Adopts it where that is one we wait for, and removes it where it is one too many. */
    public void created(String ref, String marker, Predicate<Host> sender) {
        if (meetings.place(ref).isPresent()) {
            return;
        }
        inClinicOf(Marker.ref(marker), (appointmentId, meeting) -> {
            if (isBegun(meeting, marker, sender)) {
                if (meeting.problem() == MeetingProblem.UNCONFIRMED) {
                    surplusMeetings.addAdopted(appointmentId, meeting.begun().host(), ref, meeting.begun());
                }
                meetings.adopt(appointmentId, meeting.begun().host(), ref);
                wishes.wantAgain(appointmentId);
                return;
            }
            surplusMeetings
                    .unseen(appointmentId, marker)
                    .filter(unseen -> sender.test(unseen.host()))
                    .ifPresent(unseen -> {
                        surplusMeetings.addFound(appointmentId, unseen.host(), ref, marker);
                        meetings.remember(ref, appointmentId);
                        wishes.wantAgain(appointmentId);
                    });
        });
    }

    private static boolean isBegun(Meeting meeting, String marker, Predicate<Host> sender) {
        Meeting.Intent intent = meeting.intent();
        return meeting.ref() == null && intent != null && intent.marker().equals(marker) && sender.test(intent.host());
    }

    /** Something about the meeting changed, or it was deleted: it is read again. */
    public void changed(String ref, Predicate<Host> sender) {
        inClinicOf(ref, (appointmentId, meeting) -> {
            if (speaksFor(sender, meeting, ref)) {
                wishes.wantAgain(appointmentId);
            }
        });
    }

    /** The meeting was started at that time. */
    public void started(String ref, Instant at, Predicate<Host> sender) {
        follow(ref, sender, at, null);
    }

    /** The meeting ended at that time; it may be started again. */
    public void ended(String ref, Instant at, Predicate<Host> sender) {
        follow(ref, sender, null, at);
    }

    /** Somebody came to the meeting's waiting room. */
    public void waiting(String ref, Instant at, Predicate<Host> sender) {
        noteWaiting(ref, sender, at, null);
    }

    /** Somebody left the meeting's waiting room, or was let in. */
    public void waitingNoMore(String ref, Instant at, Predicate<Host> sender) {
        noteWaiting(ref, sender, null, at);
    }

    private void noteWaiting(String ref, Predicate<Host> sender, @Nullable Instant at, @Nullable Instant until) {
        inClinicOf(ref, (appointmentId, meeting) -> {
            if (speaksFor(sender, meeting, ref)) {
                meetings.waiting(appointmentId, at, until);
                course.announce(appointmentId);
            }
        });
    }

    private void follow(String ref, Predicate<Host> sender, @Nullable Instant startedAt, @Nullable Instant endedAt) {
        inClinicOf(ref, (appointmentId, meeting) -> {
            if (speaksFor(sender, meeting, ref)) {
                course.note(appointmentId, startedAt, endedAt);
            }
        });
    }

    private static boolean speaksFor(Predicate<Host> sender, Meeting meeting, String ref) {
        return ref.equals(meeting.ref()) && meeting.host() != null && sender.test(meeting.host());
    }

    /** What hosts an account's meetings has changed, in whichever clinics it is a doctor: they are looked at again. Joins the caller's transaction. */
    @Transactional
    public void hostingChanged(UUID accountId) {
        accounts.clinicsOf(accountId, Role.DOCTOR)
                .forEach(clinicId -> jobs.enqueueIn(clinicId, MeetingWishes.KIND, accountId, clock.millis()));
    }

    /** As {@link #hostingChanged(UUID)}, for all doctors of a clinic, which need not be the current one. */
    @Transactional
    public void hostingChangedIn(UUID clinicId) {
        jobs.enqueueIn(clinicId, MeetingWishes.KIND, clinicId, clock.millis());
    }

    /**
     * Removes an account's upcoming meetings at a host while that can still be reached, in every clinic. The host must not
     * be offered to them any more, or they are made again.
     *
     * @return when to try again, where the provider asked for patience
     */
    public Optional<Instant> removeUpcoming(UUID accountId, Host host) {
        return accounts.clinicsOf(accountId, Role.DOCTOR).stream()
                .flatMap(clinicId -> CurrentClinic.in(
                        clinicId,
                        () -> doctors.ofAccount(accountId).flatMap(doctor -> removeUpcoming(doctor.id(), host::equals)))
                        .stream())
                .min(Comparator.naturalOrder());
    }

    /** As {@link #removeUpcoming}, of a doctor in the current clinic, at whichever host. It must offer the doctor none any more. */
    public Optional<Instant> removeUpcomingOf(UUID doctorId) {
        return removeUpcoming(doctorId, _ -> true);
    }

    private Optional<Instant> removeUpcoming(UUID doctorId, Predicate<Host> at) {
        return appointments.liveVideoOf(doctorId, clock.instant()).stream()
                .flatMap(appointmentId -> meetings.find(appointmentId).stream())
                .filter(meeting -> meeting.ref() != null && at.test(meeting.hostOfRef()))
                .flatMap(meeting -> removeNow(meeting, Objects.requireNonNull(meeting.ref())).stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> removeNow(Meeting meeting, String ref) {
        Answer answer = providers.getObject().delete(meeting.hostOfRef(), ref);
        if (answer instanceof Answer.Gone) {
            transactions.executeWithoutResult(_ -> meetings.lock(meeting.appointmentId())
                    .filter(now -> now.isWhere(meeting))
                    .ifPresent(now -> meetings.detach(now.appointmentId())));
        }
        return answer instanceof Answer.Later(var later, var _) ? Optional.of(later) : Optional.empty();
    }

    private void inClinicOf(String ref, BiConsumer<UUID, Meeting> work) {
        meetings.place(ref)
                .ifPresent(place -> CurrentClinic.in(
                        place.clinicId(),
                        () -> transactions.execute(_ -> {
                            appointments.toChange(place.appointmentId());
                            meetings.lock(place.appointmentId())
                                    .ifPresent(meeting -> work.accept(place.appointmentId(), meeting));
                            return place;
                        })));
    }
}
