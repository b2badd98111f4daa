/** What publishing a Zoom app asks for: the pages that its listing links to, texts, documents, pictures, and how ready it all is. */
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
            "meetings",
            "zoom",
            "booking",
            "notifications"
        })
package org.housecall.marketplace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
