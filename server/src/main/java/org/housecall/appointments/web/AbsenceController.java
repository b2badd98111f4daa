package org.housecall.appointments.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.appointments.Absence;
import org.housecall.appointments.Absence.AffectedVisit;
import org.housecall.appointments.Absence.Choice;
import org.housecall.appointments.Absence.Colleague;
import org.housecall.appointments.Absence.Outcome;
import org.housecall.appointments.Absences;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.PatientMessages.PatientMessage;
import org.housecall.availability.Availability.DayException;
import org.housecall.availability.Slot;
import org.housecall.clinics.Doctors;
import org.housecall.clinics.Service;
import org.housecall.platform.Page;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A doctor is away: the visits that hits, what their patients would read, and what is decided. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/doctors/{doctorId}/absence")
class AbsenceController {

    private static final int MOST_DAYS = 366;

    private final Absences absences;
    private final Doctors doctors;
    private final MessageSource messages;

    AbsenceController(Absences absences, Doctors doctors, MessageSource messages) {
        this.absences = absences;
        this.doctors = doctors;
        this.messages = messages;
    }

    /**
     * The visits that an absence would hit, each with what is possible.
     *
     * @param lastDate included; without it, one date
     * @param from on each of the dates, in the clinic's zone; without times, whole days
     */
    @Requires(Permission.MANAGE_ABSENCE)
    @GetMapping
    AbsencePlan plan(
            @PathVariable UUID clinicId,
            @PathVariable UUID doctorId,
            @RequestParam LocalDate date,
            @RequestParam @Nullable LocalDate lastDate,
            @RequestParam @Nullable LocalTime from,
            @RequestParam @Nullable LocalTime to,
            Viewer viewer) {
        AbsenceDays timeOff = new AbsenceDays(date, lastDate, from, to, null);
        Absence absence = absence(viewer, doctorId, timeOff);
        return AbsencePlan.of(absence, absences.plan(viewer, absence));
    }

    /** What would be sent to whom; nothing is sent or changed. */
    @Requires(Permission.MANAGE_ABSENCE)
    @PostMapping("/messages")
    Page<PatientMessage> messages(
            @PathVariable UUID clinicId,
            @PathVariable UUID doctorId,
            @Valid @RequestBody AbsenceDecision decision,
            Viewer viewer) {
        Absence absence = absence(viewer, doctorId, decision.timeOff());
        return Page.of(absences.preview(viewer, absence, choices(decision, clinicId, viewer)));
    }

    /** Notes the time off, does what was chosen for each visit, and tells its patient. Again, it changes nothing. */
    @Requires(Permission.MANAGE_ABSENCE)
    @PostMapping
    Page<VisitOutcome> confirm(
            @PathVariable UUID clinicId,
            @PathVariable UUID doctorId,
            @Valid @RequestBody AbsenceDecision decision,
            Viewer viewer) {
        Absence absence = absence(viewer, doctorId, decision.timeOff());
        return Page.of(absences.confirm(viewer, absence, choices(decision, clinicId, viewer)).stream()
                .map(this::view)
                .toList());
    }

    private Absence absence(Viewer viewer, UUID doctorId, AbsenceDays timeOff) {
        return new Absence(doctors.disposedOfBy(viewer, doctorId), timeOff.toException());
    }

    private static List<Choice> choices(AbsenceDecision decision, UUID clinicId, Viewer viewer) {
        boolean reassigns = decision.choices().stream()
                .anyMatch(choice -> choice.action() == Step.MOVE && choice.doctorId() != null);
        if (reassigns && !viewer.may(Permission.REASSIGN_APPOINTMENT, clinicId)) {
            throw Problem.forbidden();
        }
        return decision.choices().stream().map(VisitChoice::toChoice).toList();
    }

    private VisitOutcome view(Outcome outcome) {
        Problem problem = outcome.problem();
        return new VisitOutcome(
                outcome.appointmentId(),
                outcome.result(),
                problem == null || problem.errors().isEmpty()
                        ? null
                        : words(problem.errors().getFirst()));
    }

    private String words(Problem.FieldError error) {
        return messages.getMessage(error.messageKey(), error.arguments().toArray(), LocaleContextHolder.getLocale());
    }

    /** Without {@code lastDate}, one date; without times, whole days. The reason is for the front desk. */
    record AbsenceDays(
            @NotNull LocalDate date,
            @Nullable LocalDate lastDate,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @Nullable @Size(max = 200) String reason) {

        DayException toException() {
            if ((from == null) != (to == null)) {
                throw Problem.invalid("to", "appointments.absence.both-times");
            }
            LocalDate last = lastDate == null ? date : lastDate;
            if (last.isBefore(date) || ChronoUnit.DAYS.between(date, last) > MOST_DAYS) {
                throw Problem.invalid("lastDate", "appointments.absence.range", MOST_DAYS);
            }
            return new DayException(date, last, from, to, false, reason);
        }
    }

    /** What is decided; visits that are not named stay as they are. */
    record AbsenceDecision(
            @NotNull @Valid AbsenceDays timeOff,
            @NotNull @Size(max = 500) List<@NotNull @Valid VisitChoice> choices) {}

    enum Step {
        MOVE,
        CANCEL
    }

    /** A visit in the version that was seen: moved to a start, a doctor or both, or cancelled with a reason that its patient reads. */
    record VisitChoice(
            @NotNull UUID appointmentId,
            int version,
            @NotNull Step action,
            @Nullable Instant start,
            @Nullable UUID doctorId,
            @Nullable @Size(max = 500) String reason) {

        Choice toChoice() {
            return switch (action) {
                case CANCEL -> new Choice.Cancel(appointmentId, version, reason);
                case MOVE -> {
                    if (start == null && doctorId == null) {
                        throw Problem.invalid("choices", "appointments.absence.nowhere");
                    }
                    yield new Choice.Move(
                            appointmentId,
                            version,
                            start == null ? null : start.truncatedTo(ChronoUnit.SECONDS),
                            doctorId);
                }
            };
        }
    }

    record AbsencePlan(String doctorName, boolean doctorLeft, List<AffectedVisitView> visits, boolean more) {
        static AbsencePlan of(Absence absence, Absence.Plan plan) {
            return new AbsencePlan(
                    absence.doctor().name(),
                    absence.doctor().left(),
                    plan.visits().stream().map(AffectedVisitView::of).toList(),
                    plan.more());
        }
    }

    record AffectedVisitView(
            UUID id,
            int version,
            Appointment.Status status,
            Instant start,
            Instant end,
            Service.Mode mode,
            UUID patientId,
            String patientName,
            String serviceName,
            List<Colleague> colleagues,
            List<Slot> later,
            List<Slot> withOthers) {

        static AffectedVisitView of(AffectedVisit affected) {
            Appointment it = affected.appointment();
            return new AffectedVisitView(
                    it.id(),
                    it.version(),
                    it.status(),
                    it.start(),
                    it.end(),
                    it.mode(),
                    it.patientId(),
                    it.patientName(),
                    it.serviceName(),
                    affected.colleagues(),
                    affected.later(),
                    affected.withOthers());
        }
    }

    /** What happened; {@code why} says what the rules do not allow. */
    record VisitOutcome(
            UUID appointmentId,
            Absence.Result result,
            @Nullable String why) {}
}
