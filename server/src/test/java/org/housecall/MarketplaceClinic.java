package org.housecall;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A clinic of a test's own that may publish a Zoom app. */
public final class MarketplaceClinic {

    /** Of a General App that the sandbox starts with. */
    public static final String CLIENT_ID = "sandboxGeneralApp00001";

    public static final String CLIENT_SECRET = CLIENT_ID + "Secret";

    private static final Pattern INVITATION = Pattern.compile("accept-invitation\\?token=([\\w-]+)");
    private static final String PASSWORD = "a long password for staff";

    public static final Map<String, Object> PUBLISHER = Map.of(
            "company", "Harbour Health Ltd",
            "contactEmail", "zoom@harbour.example",
            "address", "Harbour Street 1\n12345 Harbourtown",
            "country", "IE",
            "supportHours", "Weekdays, 9 to 17, Dublin time",
            "firstResponse", "within one working day");

    public final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    public final Api administrator = clinic.administrator;
    public final String slug;
    public final String name;

    public MarketplaceClinic() {
        JsonNode details = administrator.get("/api/v1/clinics/" + clinic.id).json();
        slug = details.path("slug").asString();
        name = details.path("name").asString();
    }

    public Api.Answer publish(Map<String, Object> publisher) {
        return administrator.put(clinic.path("marketplace/publisher"), publisher);
    }

    public PlainPage page(String path) {
        return PlainPage.at("/c/" + slug + path);
    }

    public void enterApp(String clientSecret, String... webhookSecret) {
        Map<String, String> app = new HashMap<>(Map.of("clientId", CLIENT_ID, "clientSecret", clientSecret));
        if (webhookSecret.length > 0) {
            app.put("webhookSecret", webhookSecret[0]);
        }
        Api.Answer stored = administrator.put(clinic.path("zoom/app"), Map.of("oauth", app));
        if (stored.status() != 200) {
            throw new AssertionError(stored.toString());
        }
    }

    /** A signed-in member of staff; the role as the API's paths have it. */
    public Api staff(String role) {
        String email = role + "-" + slug + "@example.com";
        administrator.post(clinic.path(role), Map.of("name", "Staff", "email", email));
        Api api = TestServer.nobody();
        api.get("/api/v1/session");
        api.post("/api/v1/invitations/" + invitation(email), Map.of("password", PASSWORD));
        return api.signIn(email, PASSWORD);
    }

    private String invitation(String email) {
        for (JsonNode mail : administrator.get("/api/v1/mails").json().path("items")) {
            Matcher token = INVITATION.matcher(mail.path("text").asString(""));
            if (mail.path("to").asString("").equals(email) && token.find()) {
                return token.group(1);
            }
        }
        throw new AssertionError("No invitation for " + email);
    }
}
