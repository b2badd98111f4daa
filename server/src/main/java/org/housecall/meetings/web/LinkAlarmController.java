package org.housecall.meetings.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.housecall.access.Accounts;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.appointments.MeetingSummaries.ProblemWords;
import org.housecall.meetings.LinkAlarm;
import org.housecall.meetings.LinkAlarmDesk;
import org.housecall.meetings.LinkAlarms;
import org.housecall.meetings.MeetingWords;
import org.housecall.meetings.VideoRuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Visits that begin soon and have no working link. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/link-alarms")
class LinkAlarmController {

    private final LinkAlarms alarms;
    private final LinkAlarmDesk desk;
    private final VideoRuleBook rules;
    private final MeetingWords words;
    private final Accounts accounts;

    LinkAlarmController(
            LinkAlarms alarms, LinkAlarmDesk desk, VideoRuleBook rules, MeetingWords words, Accounts accounts) {
        this.alarms = alarms;
        this.desk = desk;
        this.rules = rules;
        this.words = words;
        this.accounts = accounts;
    }

    @Requires(Permission.RETRY_MEETING)
    @GetMapping
    LinkAlarmList list(@PathVariable UUID clinicId, Viewer viewer) {
        List<LinkAlarm> found = alarms.visibleTo(viewer);
        Map<UUID, String> names = accounts.names(found.stream()
                .map(LinkAlarm::acknowledgedBy)
                .filter(Objects::nonNull)
                .toList());
        boolean mayReassign = viewer.may(Permission.REASSIGN_APPOINTMENT, clinicId);
        return new LinkAlarmList(
                found.stream().map(alarm -> view(alarm, names, mayReassign)).toList(),
                !rules.current().fallback().isNone());
    }

    @Requires(Permission.RETRY_MEETING)
    @PostMapping("/{id}/acknowledge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acknowledge(@PathVariable UUID clinicId, @PathVariable UUID id, Viewer viewer) {
        desk.acknowledge(viewer, id);
    }

    @Requires(Permission.RETRY_MEETING)
    @PostMapping("/{id}/fallback")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendFallback(@PathVariable UUID clinicId, @PathVariable UUID id, Viewer viewer) {
        desk.sendFallback(viewer, id);
    }

    private LinkAlarmView view(LinkAlarm alarm, Map<UUID, String> names, boolean mayReassign) {
        return new LinkAlarmView(
                alarm.appointmentId(),
                alarm.start(),
                alarm.doctorName(),
                words.words(alarm.problem()),
                alarm.noticedAt(),
                alarm.lastHour(),
                alarm.acknowledgedAt(),
                alarm.acknowledgedBy() == null ? null : names.get(alarm.acknowledgedBy()),
                alarm.fallbackSentAt(),
                mayReassign
                        ? desk.otherHosts(alarm.appointmentId()).stream()
                                .map(doctor -> new OtherHost(doctor.id(), doctor.name()))
                                .toList()
                        : List.of());
    }

    /** The clinic's fallback can be sent where it has one. */
    record LinkAlarmList(List<LinkAlarmView> items, boolean hasFallback) {}

    record LinkAlarmView(
            UUID appointmentId,
            Instant start,
            String doctorName,
            @Nullable ProblemWords problem,
            Instant since,
            boolean lastHour,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable Instant fallbackSentAt,
            List<OtherHost> otherHosts) {}

    /** A doctor who could take the visit over. */
    record OtherHost(UUID doctorId, String doctorName) {}
}
