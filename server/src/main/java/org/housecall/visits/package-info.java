/** Visit links and the patient's side of an appointment. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "platform :: web", "audit", "access", "clinics", "appointments", "meetings"})
package org.housecall.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
