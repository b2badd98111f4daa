package org.housecall.zoom;

import java.time.Duration;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.jobs.RecurringJob;
import org.housecall.platform.CurrentClinic;
import org.springframework.stereotype.Component;

/** Has the hosts of tomorrow's visits looked at, clinic by clinic, as far as they are due. */
@Component
class DayBefore implements RecurringJob {

    private final Clinics clinics;
    private final HostCheckUp checkUp;

    DayBefore(Clinics clinics, HostCheckUp checkUp) {
        this.clinics = clinics;
        this.checkUp = checkUp;
    }

    @Override
    public String kind() {
        return "check-hosts-of-tomorrow";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        for (Clinic clinic : clinics.all()) {
            CurrentClinic.in(clinic.id(), () -> {
                checkUp.enqueueDue();
                return clinic;
            });
        }
    }
}
