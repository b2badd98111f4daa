/** Gives each video appointment its meeting and keeps the two in step. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "platform :: web", "jobs", "audit", "access", "clinics", "appointments"})
package org.housecall.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
