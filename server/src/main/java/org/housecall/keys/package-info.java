/** Follows a change of the encryption key: seals anew what is under an older one, and tells when that one can go. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: web", "jobs", "access", "clinics"})
package org.housecall.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
