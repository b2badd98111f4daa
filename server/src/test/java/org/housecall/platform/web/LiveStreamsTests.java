package org.housecall.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.housecall.EventStream;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;

class LiveStreamsTests {

    @Test
    void doesNotLetAReaderWhoWentAwayKeepNewsFromTheOthers() throws Exception {
        SampleClinic clinic = new SampleClinic(TestServer.administrator());
        // Without a meeting, of which there would be more news.
        String service = clinic.addService("IN_PERSON", clinic.doctorId);
        for (int day = 1; day < 8; day++) {
            clinic.administrator.listen(clinic.path("events")).close();
            try (EventStream page = clinic.administrator.listen(clinic.path("events"))) {
                Map<String, String> booking = new HashMap<>(clinic.booking(clinic.start(day, 0)));
                booking.put("serviceId", service);
                String appointment = clinic.administrator
                        .post(clinic.path("appointments"), booking)
                        .id();

                assertThat(page.next()).isEqualTo("event:appointment");
                assertThat(page.next()).isEqualTo("data:{\"id\":\"" + appointment + "\"}");
            }
        }
    }

    @Test
    void keepsNoServerFromStopping() throws Exception {
        SampleClinic clinic = new SampleClinic(TestServer.administrator());
        try (EventStream page = clinic.administrator.listen(clinic.path("events"))) {
            assertThat(page.answer().statusCode()).isEqualTo(200);

            TestServer.bean(LiveStreams.class).endAll();

            assertThat(page.next()).isEqualTo(EventStream.END);
        }
    }
}
