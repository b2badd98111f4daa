package org.housecall.meetings;

import java.time.Instant;
import java.util.List;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What comparing a clinic's meetings with the provider brought to light. */
@Service
public class DriftReports {

    private static final int SHOWN = 14;

    private final Reconciliations reconciliations;
    private final Reconciling reconciling;
    private final Appointments appointments;

    DriftReports(Reconciliations reconciliations, Reconciling reconciling, Appointments appointments) {
        this.reconciliations = reconciliations;
        this.reconciling = reconciling;
        this.appointments = appointments;
    }

    /** Has the upcoming meetings compared now; nothing new where that is under way. */
    public void runNow() {
        reconciling.begin(true);
    }

    /** The latest, the newest first. */
    @Transactional(readOnly = true)
    public List<DriftReport> latest() {
        return reconciliations.latest(SHOWN).stream()
                .map(run -> new DriftReport(
                        run.startedAt(),
                        run.finishedAt(),
                        run.byHand(),
                        run.checked(),
                        reconciliations.driftsOf(run.id()).stream()
                                .map(drift -> new Finding(
                                        drift,
                                        appointments.find(drift.appointmentId()).orElseThrow()))
                                .toList()))
                .toList();
    }

    /** One comparison. */
    public record DriftReport(
            Instant startedAt, @Nullable Instant finishedAt, boolean byHand, int checked, List<Finding> findings) {}

    /** What was found of a visit's meeting. */
    public record Finding(Drift drift, Appointment appointment) {}
}
