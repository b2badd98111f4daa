/** Everything that speaks Zoom: apps, connections and tokens, the API client, webhooks. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "jobs", "audit", "access", "clinics", "meetings"})
package org.housecall.zoom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
