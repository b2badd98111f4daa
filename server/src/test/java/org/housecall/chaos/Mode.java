package org.housecall.chaos;

import java.util.List;
import java.util.stream.Stream;

/** By what a meeting is found again whose create was not answered. */
enum Mode {
    WEBHOOKS(true, false),
    LIST(false, true),
    NEITHER(false, false);

    private static final List<String> REQUIRED = List.of(
            "meeting:write:meeting",
            "meeting:read:meeting",
            "meeting:update:meeting",
            "meeting:delete:meeting",
            "user:read:user");

    final boolean webhooks;
    final boolean list;

    Mode(boolean webhooks, boolean list) {
        this.webhooks = webhooks;
        this.list = list;
    }

    List<String> scopes() {
        return list
                ? Stream.concat(REQUIRED.stream(), Stream.of("meeting:read:list_meetings"))
                        .toList()
                : REQUIRED;
    }
}
