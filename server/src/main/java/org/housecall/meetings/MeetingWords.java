package org.housecall.meetings;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.appointments.MeetingSummaries;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How meetings stand, in the reader's words. */
@Component
public class MeetingWords implements MeetingSummaries {

    private final Meetings meetings;
    private final MessageSource messages;

    MeetingWords(Meetings meetings, MessageSource messages) {
        this.meetings = meetings;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, MeetingSummary> of(Collection<UUID> appointmentIds) {
        return meetings.findAll(appointmentIds).stream()
                .collect(Collectors.toMap(Meeting::appointmentId, this::summary));
    }

    public MeetingSummary summary(Meeting meeting) {
        return new MeetingSummary(meeting.status().name(), words(meeting.problem()), meeting.patientWaitingSince());
    }

    /** A problem in words; null stays null. */
    public @Nullable ProblemWords words(@Nullable MeetingProblem problem) {
        if (problem == null) {
            return null;
        }
        String key = "meeting.problem." + problem.name();
        return new ProblemWords(problem.name(), message(key + ".title"), message(key + ".remedy"));
    }

    /** The advice that goes with the join link where there is no start link. */
    public String signInAsHost() {
        return message("meeting.start.sign-in-as-host");
    }

    private String message(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
