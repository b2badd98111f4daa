package org.housecall.zoom;

import java.time.LocalDate;
import java.util.UUID;
import org.housecall.meetings.MeetingProblem;

/**
 * The day before, it was found that nothing hosts a doctor's video visits as it should. Published in their clinic.
 *
 * @param accountId the doctor's
 * @param date of the visits, in the clinic's zone
 */
public record HostTrouble(UUID doctorId, UUID accountId, LocalDate date, int visits, MeetingProblem problem) {}
