/** Booking, rescheduling, cancelling: the appointment's life and its rules. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: web", "audit", "access", "clinics", "availability"})
package org.housecall.appointments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
