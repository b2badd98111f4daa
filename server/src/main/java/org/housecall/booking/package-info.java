/** The public booking page, the waiting list, and the plain frame that public pages share. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "jobs", "audit", "access", "clinics", "availability", "appointments"})
package org.housecall.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
