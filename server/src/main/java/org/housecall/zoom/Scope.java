package org.housecall.zoom;

import java.util.Arrays;
import java.util.List;

/** What we may ask Zoom for. Why each, is {@code zoom.scope.<NAME>} in the catalogue; which calls need it, {@link ZoomCall} and {@link ZoomEvent.Kind} say. */
public enum Scope {
    CREATE_MEETINGS("meeting:write:meeting", false),
    READ_MEETINGS("meeting:read:meeting", false),
    CHANGE_MEETINGS("meeting:update:meeting", false),
    REMOVE_MEETINGS("meeting:delete:meeting", false),
    READ_USER("user:read:user", false),
    /** With it a meeting is found again whose making Zoom did not confirm. */
    LIST_MEETINGS("meeting:read:list_meetings", true),
    /** With it Zoom tells who comes to the waiting room; we keep that somebody did. */
    SEE_WAITING("meeting:read:participant", true);

    private final String id;
    private final boolean optIn;

    Scope(String id, boolean optIn) {
        this.id = id;
        this.optIn = optIn;
    }

    /** As Zoom names it. */
    public String id() {
        return id;
    }

    /** As Zoom names it for a whole account, which a Server-to-Server app acts for. */
    public String idForAccount() {
        return id + ":admin";
    }

    /** Whether visits have their meeting without it, and an app asks for it only where somebody wants what it is for. */
    public boolean optIn() {
        return optIn;
    }

    /** The message that says what it is for, in a sentence for doctors and reviewers. */
    public String reasonKey() {
        return "zoom.scope." + name();
    }

    /** Those without which a visit has no meeting. */
    public static List<Scope> required() {
        return Arrays.stream(values()).filter(scope -> !scope.optIn).toList();
    }
}
