package org.housecall.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.housecall.EventStream;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;

/** A visit page hears of its own appointment, for as long as its link holds. */
class VisitEventTests {

    private final VideoClinic video = new VideoClinic();

    @Test
    void hearsOfItsOwnAppointmentAndOfNoOther() throws Exception {
        String appointment = video.bookReady(video.clinic.start(1, 0));
        String other = video.bookReady(video.clinic.start(1, 2));
        try (EventStream page = listen(video.link(appointment))) {
            assertThat(page.answer().statusCode()).isEqualTo(200);
            assertThat(page.answer().headers().firstValue("content-type").orElse(""))
                    .startsWith("text/event-stream");
            assertThat(page.answer().headers().allValues("set-cookie")).isEmpty();

            VideoClinic.ok(video.administrator.patch(other, Map.of("start", video.clinic.start(2, 0))));
            VideoClinic.ok(video.administrator.patch(appointment, Map.of("start", video.clinic.start(2, 2))));

            assertThat(page.next()).isEqualTo("event:visit");
            assertThat(page.next()).isEqualTo("data:{\"id\":\"" + VideoClinic.id(appointment) + "\"}");
        }
    }

    @Test
    void hearsThatItsLinkIsRevokedAndNothingAfter() throws Exception {
        String appointment = video.bookReady(video.clinic.start(1, 0));
        try (EventStream page = listen(video.link(appointment))) {
            VideoClinic.ok(video.administrator.delete(appointment + "/visit-link"));

            assertThat(page.next()).isEqualTo("event:visit");
            assertThat(page.next()).startsWith("data:");
            assertThat(page.next()).isEqualTo(EventStream.END);
        }
    }

    private static EventStream listen(String link) {
        return TestServer.nobody().listen(VideoClinic.visit(link) + "/events");
    }
}
