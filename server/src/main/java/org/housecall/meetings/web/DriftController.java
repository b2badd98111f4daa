package org.housecall.meetings.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.appointments.MeetingSummaries.ProblemWords;
import org.housecall.meetings.Drift;
import org.housecall.meetings.DriftReports;
import org.housecall.meetings.MeetingWords;
import org.housecall.meetings.MeetingsInDoubt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A clinic's meetings held against what Zoom has: what differed, and which meetings were in doubt. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/meetings")
class DriftController {

    private final DriftReports reports;
    private final MeetingsInDoubt inDoubt;
    private final MeetingWords words;

    DriftController(DriftReports reports, MeetingsInDoubt inDoubt, MeetingWords words) {
        this.reports = reports;
        this.inDoubt = inDoubt;
        this.words = words;
    }

    @Requires(Permission.MANAGE_ZOOM_APP)
    @GetMapping("/drift")
    DriftView show(@PathVariable UUID clinicId) {
        return new DriftView(reports.latest().stream().map(this::view).toList(), inDoubt.report());
    }

    @Requires(Permission.MANAGE_ZOOM_APP)
    @PostMapping("/drift")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void compare(@PathVariable UUID clinicId) {
        reports.runNow();
    }

    @Requires(Permission.MANAGE_ZOOM_APP)
    @PostMapping("/possible/{id}/looked-after")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lookedAfter(@PathVariable UUID clinicId, @PathVariable UUID id) {
        inDoubt.lookedAfter(id);
    }

    private Comparison view(DriftReports.DriftReport report) {
        return new Comparison(
                report.startedAt(),
                report.finishedAt(),
                report.byHand(),
                report.checked(),
                report.findings().stream()
                        .map(finding -> new FoundDrift(
                                finding.appointment().id(),
                                finding.appointment().start(),
                                finding.appointment().doctorName(),
                                finding.drift().found(),
                                finding.drift().done(),
                                words.words(finding.drift().problem())))
                        .toList());
    }

    record DriftView(List<Comparison> comparisons, List<MeetingsInDoubt.MeetingInDoubt> inDoubt) {}

    record Comparison(
            Instant startedAt, @Nullable Instant finishedAt, boolean byHand, int checked, List<FoundDrift> findings) {}

    record FoundDrift(
            UUID appointmentId,
            Instant start,
            String doctorName,
            Drift.Found found,
            Drift.@Nullable Done done,
            @Nullable ProblemWords problem) {}
}
