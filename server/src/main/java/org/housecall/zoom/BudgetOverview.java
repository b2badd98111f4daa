package org.housecall.zoom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.Viewer;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.meetings.VideoProvider.Hosting;
import org.housecall.platform.CurrentClinic;
import org.housecall.zoom.Errand.Label;
import org.springframework.stereotype.Service;

/** How much of Zoom's day the hosts of the current clinic have used. */
@Service
public class BudgetOverview {

    private final Doctors doctors;
    private final ZoomMeetings meetings;
    private final ZoomBudgets budgets;

    BudgetOverview(Doctors doctors, ZoomMeetings meetings, ZoomBudgets budgets) {
        this.doctors = doctors;
        this.meetings = meetings;
        this.budgets = budgets;
    }

    /** Of every doctor whom the viewer may see and who can host. */
    public List<HostBudget> visibleTo(Viewer viewer) {
        boolean all = viewer.seesAll(CurrentClinic.id());
        return doctors.all().stream()
                .filter(doctor -> all || viewer.accountId().equals(doctor.accountId()))
                .flatMap(doctor -> budget(doctor).stream())
                .toList();
    }

    private Optional<HostBudget> budget(Doctor doctor) {
        if (!(meetings.hostFor(doctor.id()) instanceof Hosting.By(var host))) {
            return Optional.empty();
        }
        ZoomHost zoomHost = ZoomHost.of(host);
        boolean accountScarce = List.of(Label.values()).stream()
                .flatMap(label -> budgets.usage(zoomHost, label).stream())
                .anyMatch(ZoomBudgets.Usage::scarce);
        return budgets.usage(zoomHost)
                .map(usage -> new HostBudget(
                        doctor.id(),
                        doctor.name(),
                        usage.used(),
                        usage.limit(),
                        usage.scarce(),
                        accountScarce,
                        usage.until()));
    }

    /**
     * A host's day.
     *
     * @param used creates and updates since 00:00 UTC
     * @param scarce what is left is kept for the visits of the next two days
     * @param accountScarce the same of the Zoom account's calls
     * @param until when Zoom counts anew
     */
    public record HostBudget(
            UUID doctorId,
            String doctorName,
            int used,
            int limit,
            boolean scarce,
            boolean accountScarce,
            Instant until) {}
}
