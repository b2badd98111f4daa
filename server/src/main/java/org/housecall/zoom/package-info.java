/** Everything that speaks Zoom: apps, connections and tokens, the API client, webhooks. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: web",
            "jobs",
            "audit",
            "access",
            "clinics",
            "availability",
            "appointments",
            "meetings"
        })
package org.housecall.zoom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
