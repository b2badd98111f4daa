package org.housecall.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.housecall.EventStream;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;

class LiveStreamsTests {

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
