package org.housecall.zoom;

/** What we ask Zoom for: the scopes without which a visit has no meeting. Why each, is {@code zoom.scope.<NAME>} in the catalogue. */
public enum Scope {
    CREATE_MEETINGS("meeting:write:meeting"),
    READ_MEETINGS("meeting:read:meeting"),
    CHANGE_MEETINGS("meeting:update:meeting"),
    REMOVE_MEETINGS("meeting:delete:meeting"),
    READ_USER("user:read:user");

    private final String id;

    Scope(String id) {
        this.id = id;
    }

    /** As Zoom names it. */
    public String id() {
        return id;
    }

    /** The message that says what it is for, in a sentence for doctors and reviewers. */
    public String reasonKey() {
        return "zoom.scope." + name();
    }
}
