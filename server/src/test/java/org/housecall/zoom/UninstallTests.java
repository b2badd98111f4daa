package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** After a doctor has removed the app in Zoom, nothing is left that came from Zoom and is about a person. */
class UninstallTests {

    private final ZoomClinic zoom = new ZoomClinic();

    @Test
    void leavesNothingOfAPersonThatCameFromZoom() {
        Connection connection = live();
        String meeting = useTheApp();
        JsonNode atZoom = Sandbox.get("meetings/" + meeting);
        String account = String.valueOf(connection.zoomAccountId());
        assertThat(EveryTable.rowsThatMention(zoom.zoomUser)).isNotEmpty();
        assertThat(EveryTable.rowsThatMention(account)).isNotEmpty();

        Sandbox.control("POST", "apps/" + zoom.clientId + "/uninstall", Map.of("user", zoom.zoomUser));
        assertThatSoon(zoom::status).isEqualTo("DISCONNECTED");
        assertThatSoon(() -> Notifications.waiting(connection.appId())).isEqualTo(0L);

        assertThat(EveryTable.rowsThatMention(zoom.zoomUser)).isEmpty();
        assertThat(EveryTable.rowsThatMention(account)).isEmpty();
        assertThat(EveryTable.rowsThatMention(zoom.zoomEmail)).isEmpty();
        assertThat(EveryTable.rowsThatMention("Anna Example")).isEmpty();
        assertThat(EveryTable.rowsThatMention(atZoom.path("uuid").asString("none")))
                .isEmpty();
        assertThat(EveryTable.rowsThatMention(atZoom.path("join_url").asString("none")))
                .isEmpty();
        // The number of the meeting, which is the clinic's record of its visit: with the meeting, and where it is found
        // by it.
        assertThat(tables(meeting)).containsExactly("meeting", "meeting_ref");
        // And the connection's name, which is made of ids that cannot be read back, so that the same user finds their
        // meetings again.
        assertThat(tables(connection.id().toString())).isSubsetOf("meeting", "meeting_attempt", "zoom_probe");
        assertThat(stillSealed()).isEmpty();
    }

    /** Of a connection, or of an authorization that waits for a decision, nothing sealed is left either. */
    private List<String> stillSealed() {
        String app = ZoomApp.idOf(java.util.UUID.fromString(zoom.clinic.id), ZoomApp.Kind.GENERAL)
                .toString();
        return EveryTable.rows()
                .filter(row -> row.contains(app))
                .filter(row -> Stream.of("zoom_connection(", "zoom_relink(", "zoom_event(")
                        .anyMatch(row::startsWith))
                .toList();
    }

    private Connection live() {
        zoom.connect();
        zoom.subscribe();
        Sandbox.control(
                "PUT",
                "apps/" + zoom.clientId,
                Map.of("deauthorizationUrl", TestServer.baseUrl() + zoom.webhookPath(ZoomApp.Kind.GENERAL)));
        return zoom.connection().orElseThrow();
    }

    /** A visit is made, moved and held, somebody waits, and a day's calls run out; the number of its meeting. */
    private String useTheApp() {
        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("zoom/app/waiting-room"), Map.of("kind", "GENERAL", "wanted", true)));
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        String meeting = visit.meetingId();
        ZoomClinic.ok(zoom.doctor.post(visit.path + "/meeting/start", null));
        visit.beginsIn(Duration.ofMinutes(1));
        Sandbox.control("POST", "meetings/" + meeting + "/start", Map.of());
        Sandbox.control("POST", "meetings/" + meeting + "/guest-arrives", Map.of("name", "Anna Example"));
        Sandbox.control("POST", "meetings/" + meeting + "/guest-admitted", Map.of("name", "Anna Example"));
        Sandbox.control("POST", "meetings/" + meeting + "/end", Map.of());
        assertThatSoon(() -> Set.of("COMPLETED", "IN_PROGRESS").contains(visit.appointmentStatus()))
                .isEqualTo(true);
        BudgetNotes budgets = TestServer.bean(BudgetNotes.class);
        budgets.pause("host " + zoom.zoomUser, Instant.now().plusSeconds(60));
        assertThat(budgets.pausedUntil("host " + zoom.zoomUser)).isPresent();
        return meeting;
    }

    private static Set<String> tables(String text) {
        return EveryTable.rowsThatMention(text).stream()
                .map(row -> row.substring(0, row.indexOf('(')))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
