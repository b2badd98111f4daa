package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriBuilderFactory;

class ZoomApiTests {

    private final ZoomApi zoom = TestServer.bean(ZoomApi.class);
    private final UriBuilderFactory base =
            new DefaultUriBuilderFactory(TestServer.sandbox().baseUrl() + "/v2");

    @Test
    void refusesToSpeakToZoomWhileATransactionIsOpen() {
        assertThat(zoom.read(base, "Bearer nobody", "1").getStatusCode().value())
                .isEqualTo(401);
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        TestServer.bean(TransactionTemplate.class).execute(_ -> zoom.read(base, "Bearer nobody", "1")))
                .withMessageContaining("while a transaction is open");
    }
}
