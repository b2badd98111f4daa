/** Mails to people: what became of an invitation, a sign-in link, a connection, a visit. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: web",
            "jobs",
            "audit",
            "access",
            "clinics",
            "appointments",
            "meetings",
            "zoom",
            "visits",
            "booking"
        })
package org.housecall.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
