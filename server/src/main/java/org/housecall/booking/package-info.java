/** The public booking page, and the plain frame that public pages share. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "access", "clinics", "availability"})
package org.housecall.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
