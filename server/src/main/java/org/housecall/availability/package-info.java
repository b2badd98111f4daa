/** Doctors' hours, the time they have given away, and the free slots in both. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: web", "audit", "access", "clinics"})
package org.housecall.availability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
