/** An append-only record of who did and saw what, ids and never names, sealed so that changing it shows. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: web", "jobs"})
package org.housecall.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
