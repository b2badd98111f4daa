package org.housecall.appointments;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.housecall.access.Permission;
import org.housecall.access.Viewer;
import org.housecall.appointments.Absence.Choice;
import org.housecall.appointments.Absence.Outcome;
import org.housecall.appointments.Absence.Result;
import org.housecall.appointments.PatientMessages.PatientMessage;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.availability.Availabilities;
import org.housecall.availability.SlotTaken;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Interval;
import org.housecall.platform.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to the visits of a doctor who is away: what they are, what their patients would read, and what is decided. */
@Component
public class Absences {

    /** Those of a long absence come in several sittings. */
    private static final int MOST_VISITS = 500;

    private final Appointments appointments;
    private final WaysOut waysOut;
    private final Booking booking;
    private final Progress progress;
    private final Availabilities availabilities;
    private final Doctors doctors;
    private final Clinics clinics;
    private final PatientMessages messages;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Absences(
            Appointments appointments,
            WaysOut waysOut,
            Booking booking,
            Progress progress,
            Availabilities availabilities,
            Doctors doctors,
            Clinics clinics,
            PatientMessages messages,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.appointments = appointments;
        this.waysOut = waysOut;
        this.booking = booking;
        this.progress = progress;
        this.availabilities = availabilities;
        this.doctors = doctors;
        this.clinics = clinics;
        this.messages = messages;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The visits that an absence hits and that can still be changed, with what is possible for each. */
    @Transactional
    public Absence.Plan plan(Viewer viewer, Absence absence) {
        List<Interval> stretches = absence.timeOff().in(clinics.current().timeZone());
        List<Appointment> visits = visits(absence.doctor(), stretches);
        if (!visits.isEmpty()) {
            audit.recordOnceAnHour(Action.APPOINTMENTS_LISTED, null);
        }
        boolean more = visits.size() > MOST_VISITS;
        List<Appointment> shown = more ? visits.subList(0, MOST_VISITS) : visits;
        boolean colleagues = viewer.may(Permission.REASSIGN_APPOINTMENT, CurrentClinic.id());
        return new Absence.Plan(waysOut.of(absence, stretches, shown, colleagues), more);
    }

    private List<Appointment> visits(Doctor doctor, List<Interval> stretches) {
        if (stretches.isEmpty()) {
            return List.of(); // a clock change skips all of it
        }
        Instant now = clock.instant();
        Instant start = stretches.getFirst().start();
        Instant end = stretches.getLast().end();
        if (!end.isAfter(now)) {
            return List.of();
        }
        Interval within = new Interval(start.isBefore(now) ? now : start, end);
        return appointments.changeableOf(doctor.id(), within, MOST_VISITS + 1, false).stream()
                .filter(visit -> stretches.stream().anyMatch(visit.interval()::overlaps))
                .toList();
    }

    /** What the patients would read; nothing is sent or changed. Visits that are another by now are left out. */
    @Transactional
    public List<PatientMessage> preview(Viewer viewer, Absence absence, List<Choice> choices) {
        List<PatientMessage> previews = choices.stream()
                .flatMap(choice ->
                        wanted(viewer, absence, choice).map(visit -> messages.preview(notice(visit, choice))).stream())
                .toList();
        if (!previews.isEmpty()) {
            audit.recordOnceAnHour(Action.PATIENTS_LISTED, null);
        }
        return previews;
    }

    private Optional<Appointment> wanted(Viewer viewer, Absence absence, Choice choice) {
        return appointments
                .visibleTo(viewer, choice.appointmentId())
                .filter(visit -> visit.doctorId().equals(absence.doctor().id())
                        && visit.version() == choice.version()
                        && visit.status().isChangeable());
    }

    private PatientNotice notice(Appointment visit, Choice choice) {
        return switch (choice) {
            case Choice.Cancel cancel -> new PatientNotice.Cancelled(visit, cancel.reason());
            case Choice.Move move ->
                new PatientNotice.Moved(
                        visit,
                        move.start() == null ? visit.start() : move.start(),
                        move.doctorId() == null
                                ? visit.doctorName()
                                : doctors.find(move.doctorId())
                                        .orElseThrow(() -> Problem.invalid("doctorId", "appointments.doctor.unknown"))
                                        .name());
        };
    }

    /**
     * Notes the time off, so that nothing more is booked into it, and then does what was chosen, each visit by itself:
     * what cannot be done stays as it is and is told. Doing the same again changes nothing and tells nobody twice.
     */
    public List<Outcome> confirm(Viewer viewer, Absence absence, List<Choice> choices) {
        if (!absence.doctor().left()) {
            availabilities.except(absence.doctor().id(), absence.timeOff());
        }
        return choices.stream().map(choice -> outcome(viewer, absence, choice)).toList();
    }

    private Outcome outcome(Viewer viewer, Absence absence, Choice choice) {
        try {
            if (wanted(viewer, absence, choice).isEmpty()) {
                throw new Problem(HttpStatus.PRECONDITION_FAILED, "version-mismatch");
            }
            switch (choice) {
                case Choice.Move move -> move(viewer, move);
                case Choice.Cancel cancel -> cancel(viewer, cancel);
            }
            return new Outcome(choice.appointmentId(), Result.DONE, null);
        } catch (Problem problem) {
            return isDone(viewer, choice)
                    ? new Outcome(choice.appointmentId(), Result.DONE, null)
                    : new Outcome(choice.appointmentId(), resultOf(problem), problem);
        }
    }

    private void move(Viewer viewer, Choice.Move move) {
        booking.change(
                viewer,
                move.appointmentId(),
                new Booking.Change(move.start(), move.doctorId(), null, null, null),
                move.version(),
                (before, after) ->
                        events.publishEvent(new PatientNotice.Moved(before, after.start(), after.doctorName())));
    }

    private void cancel(Viewer viewer, Choice.Cancel cancel) {
        transactions.executeWithoutResult(_ -> {
            Appointment before = appointments.toChange(viewer, cancel.appointmentId(), cancel.version());
            progress.cancel(viewer, before.id(), cancel.reason(), cancel.version());
            events.publishEvent(new PatientNotice.Cancelled(before, cancel.reason()));
        });
    }

    private boolean isDone(Viewer viewer, Choice choice) {
        return appointments
                .visibleTo(viewer, choice.appointmentId())
                .filter(visit -> switch (choice) {
                    case Choice.Move move -> visit.status().isChangeable() && move.isDone(visit);
                    case Choice.Cancel _ -> visit.status() == Appointment.Status.CANCELLED;
                })
                .isPresent();
    }

    private static Result resultOf(Problem problem) {
        if (problem instanceof SlotTaken) {
            return Result.TAKEN;
        }
        return switch (problem.status()) {
            case PRECONDITION_FAILED, NOT_FOUND, CONFLICT -> Result.CHANGED;
            default -> Result.REFUSED;
        };
    }
}
