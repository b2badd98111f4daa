/** Clinics, their doctors, staff, patients and services. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: web", "audit", "access"})
package org.housecall.clinics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
