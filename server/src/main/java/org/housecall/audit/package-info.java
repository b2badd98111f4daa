/** An append-only record of who did and saw what: ids, never names. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: web"})
package org.housecall.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
