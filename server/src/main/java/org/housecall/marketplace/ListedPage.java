package org.housecall.marketplace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A public page that Zoom's listing links to, with its sections in order. */
public enum ListedPage {
    PRIVACY(
            "/legal/privacy",
            "taken",
            "stored",
            "never",
            "location",
            "where",
            "seen",
            "kept",
            "deleted",
            "rights",
            "cookies"),
    TERMS("/legal/terms", "service", "yours", "emergency", "warranty", "ending"),
    SUPPORT("/support", "write", "hours", "first", "urgent"),
    HELP("/help/zoom", "adding", "using", "removing");

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> sections;

    ListedPage(String path, String... sections) {
        this.path = path;
        this.sections = List.copyOf(Arrays.asList(sections));
    }

    /** Of the installation's page; a clinic's stands behind {@code /c/{slug}}. */
    public String path() {
        return path;
    }

    /** The parts without which Zoom's reviewers send the listing back. */
    List<String> required() {
        return switch (this) {
            case PRIVACY -> List.of("taken", "location", "where", "seen", "kept", "deleted", "rights");
            case TERMS -> List.of();
            case SUPPORT -> List.of("write", "hours");
            case HELP -> List.of("adding", "using", "removing");
        };
    }

    List<String> sections() {
        return sections;
    }

    /** As it is called in the catalogue and in file names. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
