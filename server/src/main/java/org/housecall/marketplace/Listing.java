package org.housecall.marketplace;

import java.net.URI;
import java.util.List;
import org.housecall.clinics.Clinic;
import org.housecall.marketplace.texts.TextSlot;
import org.housecall.zoom.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The values under which a Zoom app is published.
 *
 * @param clinic whose app it is; null: the installation's
 * @param owner who publishes it, in words: the company, else the clinic
 * @param redirectUrl to be entered at Zoom to the letter
 * @param scopes what the app asks for: manifest, texts, pages and readiness all follow this one list
 * @param webhookUrl takes events and deauthorizations
 * @param writtenName what somebody wrote as the app's name; null: it follows from who publishes
 */
public record Listing(
        @Nullable Clinic clinic,
        Publisher publisher,
        String owner,
        URI baseUrl,
        URI redirectUrl,
        URI webhookUrl,
        List<Scope> scopes,
        @Nullable String writtenName) {

    private static final String FOR_ZOOM = " for Zoom";

    /** A listing whose app is named after who publishes. */
    public Listing(
            @Nullable Clinic clinic,
            Publisher publisher,
            String owner,
            URI baseUrl,
            URI redirectUrl,
            URI webhookUrl,
            List<Scope> scopes) {
        this(clinic, publisher, owner, baseUrl, redirectUrl, webhookUrl, scopes, null);
    }

    /** A page's path on this server. */
    public String path(ListedPage page) {
        return (clinic == null ? "" : "/c/" + clinic.slug()) + page.path();
    }

    public URI url(ListedPage page) {
        return URI.create(baseUrl + path(page));
    }

    /** Where a doctor connects after the installation: Zoom's listing leads there. */
    public URI settingsUrl() {
        return URI.create(clinic == null ? baseUrl + "/" : baseUrl + "/clinics/" + clinic.id() + "/settings/zoom");
    }

    /** Zoom takes 50 characters, and its own name in this place only. */
    public String appName() {
        return writtenName == null ? standardName() : writtenName;
    }

    /** The name as long as nobody writes another. */
    public String standardName() {
        String name = clinic != null || publisher.company() != null ? owner : "Housecall";
        int longest = TextSlot.LONGEST_NAME - FOR_ZOOM.length();
        return (name.length() <= longest ? name : shortened(name, longest)) + FOR_ZOOM;
    }

    /** Cut between words, or where the one word is too long, inside it. */
    private static String shortened(String name, int longest) {
        int space = name.lastIndexOf(' ', longest);
        return name.substring(0, space > 0 ? space : longest).strip();
    }
}
