package org.zoomsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoomsandbox.SandboxClient.ONE;
import static org.zoomsandbox.SandboxClient.TWO;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LinkPageTests extends SandboxTests {

    private static final String VISIT =
            "{\"topic\":\"<b>Visit</b>\",\"start_time\":\"2035-03-25T07:30:00Z\",\"default_password\":true}";

    private JsonNode meeting;

    @BeforeEach
    void schedule() {
        meeting = zoom.create(zoom.accessToken(ONE), VISIT);
    }

    @Test
    void startsTheMeetingForWhoeverOpensTheStartLink() {
        var page = zoom.get(meeting.path("start_url").asString());
        assertThat(page.body()).contains("<h1>You are the host</h1>");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(status()).isEqualTo("started");
    }

    @Test
    void letsAStartLinkExpireAfterTwoHours() {
        zoom.advance("PT2H");
        assertThat(zoom.get(meeting.path("start_url").asString()).body()).contains("Link expired");
        assertThat(status()).isEqualTo("waiting");
    }

    @Test
    void takesNoForgedOrForeignHostKey() {
        var link = meeting.path("start_url").asString();
        assertThat(zoom.get(link.substring(0, link.length() - 4) + "abcd").statusCode())
                .isEqualTo(403);
        var other = zoom.create(zoom.accessToken(TWO), VISIT).path("start_url").asString();
        var mixed = link.substring(0, link.indexOf('?')) + other.substring(other.indexOf('?'));
        assertThat(zoom.get(mixed).statusCode()).isEqualTo(403);
        assertThat(status()).isEqualTo("waiting");
    }

    @Test
    void showsAGuestWhereTheMeetingStands() {
        var join = meeting.path("join_url").asString();
        assertThat(zoom.get(join).body())
                .contains("<h1>&lt;b&gt;Visit&lt;/b&gt;</h1>")
                .contains("<span id=\"status\">waiting</span>");
        zoom.get(meeting.path("start_url").asString());
        assertThat(zoom.get(join).body()).contains("<span id=\"status\">started</span>");
    }

    @Test
    void letsAGuestIntoTheWaitingRoom() {
        zoom.control("POST", "meetings/" + id() + "/change", "{\"settings\":{\"waiting_room\":true}}");
        var page = zoom.form(meeting.path("join_url").asString(), Map.of("name", "Guest"));
        assertThat(page.body()).contains("Guest: waiting");
        assertThat(zoom.look("meetings/" + id()).at("/guests/0/waiting").asBoolean())
                .isTrue();
    }

    @Test
    void wantsThePasscode() {
        var bare = meeting.path("join_url").asString().replaceAll("\\?.*", "");
        assertThat(zoom.get(bare).body()).contains("Enter the passcode").doesNotContain("Visit");
        assertThat(zoom.get("/j/123").statusCode()).isEqualTo(404);
    }

    @Test
    void makesLinksThatLookLikeZoomsOwn() {
        var options =
                Options.forTests().withLinkHost("us06web.zoom.us").withRedirectUris(List.of(SandboxClient.CALLBACK));
        try (var other = ZoomSandbox.start(options)) {
            var client = new SandboxClient(other);
            var made = client.create(client.accessToken(ONE), VISIT);
            assertThat(made.path("join_url").asString()).startsWith("https://us06web.zoom.us/j/");
            assertThat(made.path("start_url").asString()).startsWith("https://us06web.zoom.us/s/");
        }
    }

    private String id() {
        return meeting.path("id").asString();
    }

    private String status() {
        return zoom.look("meetings/" + id()).path("status").asString();
    }
}
