package org.zoomsandbox.meetings;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.http.ZoomError;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.ZoomUser;
import tools.jackson.databind.node.ObjectNode;

/** What a host's licence and role allow. */
final class HostRights {

    private HostRights() {}

    static void mayHost(ZoomUser host) {
        if (!host.status().equals("active")) {
            throw ZoomError.of(400, 1120, "The user is not active or has not accepted the invitation.");
        }
        if (!host.hostingAllowed()) {
            throw ZoomError.of(400, 3161, "Hosting and scheduling is not allowed for your user account.");
        }
    }

    /** Scheduling for somebody else takes a privilege that nobody has here. */
    static void mayScheduleFor(Directory directory, ZoomUser host, @Nullable String other) {
        if (other == null || host.answersTo(other)) {
            return;
        }
        if (directory.user(other) == null) {
            throw ZoomError.invalid("schedule_for", "User does not exist: " + other + ".");
        }
        throw ZoomError.of(400, 3000, "You cannot schedule a meeting for " + other + ".");
    }

    /** Registration needs a licence; alternative hosts must be licensed and in the same account, or everything fails. */
    static void check(Directory directory, ZoomUser host, @Nullable ObjectNode wishes) {
        if (wishes == null) {
            return;
        }
        if (host.basic() && wishes.path("approval_type").asInt(2) != 2) {
            throw ZoomError.of(400, 200, "Registration is only available for licensed users.");
        }
        var alternatives = wishes.path("alternative_hosts").asString("");
        for (var name : Arrays.stream(alternatives.split("[;,]"))
                .filter(each -> !each.isBlank())
                .toList()) {
            var other = directory.user(name.strip());
            if (other == null || other.basic() || !other.accountId().equals(host.accountId())) {
                throw ZoomError.invalid("settings.alternative_hosts", "Invalid alternative host: " + name + ".");
            }
        }
    }
}
