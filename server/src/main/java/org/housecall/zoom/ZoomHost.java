package org.housecall.zoom;

import java.util.UUID;
import org.housecall.meetings.VideoProvider.Host;

/** Whose Zoom account a meeting is in. */
sealed interface ZoomHost {

    /** A doctor's own, by their connection. */
    record Connected(UUID connectionId) implements ZoomHost {}

    /** A user of the account that a Server-to-Server app belongs to, by id or address. */
    record Mapped(UUID appId, String zoomUser) implements ZoomHost {}

    default Host asHost() {
        return new Host(
                switch (this) {
                    case Connected(var connectionId) -> "connection:" + connectionId;
                    case Mapped(var appId, var zoomUser) -> "user:" + appId + ":" + zoomUser;
                });
    }

    static ZoomHost of(Host host) {
        String[] parts = host.key().split(":", 3);
        return switch (parts[0]) {
            case "connection" -> new Connected(UUID.fromString(parts[1]));
            case "user" -> new Mapped(UUID.fromString(parts[1]), parts[2]);
            default -> throw new IllegalArgumentException("No Zoom host: " + host.key());
        };
    }
}
