package org.zoomsandbox.http;

/** Zoom's rate class of an operation. */
public enum Label {
    LIGHT("Light"),
    MEDIUM("Medium");

    private final String category;

    Label(String category) {
        this.category = category;
    }

    String category() {
        return category;
    }
}
