package org.housecall.marketplace.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import org.housecall.PlainPage;
import org.housecall.TestServer;
import org.housecall.marketplace.readiness.Observed.Reach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class PublicVisitTests {

    private final URI support = URI.create(TestServer.baseUrl() + "/support");
    private final String page = PlainPage.at("/support").html();

    @Test
    void knowsOurOwnPage() {
        assertThat(PublicVisit.answerOf(support, "en", page)).isEqualTo(Reach.OURS);
    }

    @Test
    void takesNoOtherPageForOurs() {
        assertThat(PublicVisit.answerOf(URI.create(TestServer.baseUrl() + "/legal/terms"), "en", page))
                .isEqualTo(Reach.OTHER);
        assertThat(PublicVisit.answerOf(URI.create(TestServer.baseUrl() + "/nothing"), "en", page))
                .isEqualTo(Reach.OTHER);
    }

    @Test
    void noticesThatNobodyAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(PublicVisit.answerOf(URI.create("http://127.0.0.1:" + free + "/support"), "en", page))
                .isEqualTo(Reach.NOBODY);
        assertThat(PublicVisit.of(URI.create("https://housecall.invalid/support"), "en", page))
                .isEqualTo(Reach.NOBODY);
    }

    @Test
    void tellsAPrivateNetworkFromThePublicOne() {
        assertThat(PublicVisit.of(support, "en", page)).isEqualTo(Reach.PRIVATE);
        assertThat(PublicVisit.of(URI.create("https://192.168.1.7/support"), "en", page))
                .isEqualTo(Reach.PRIVATE);
    }

    @Test
    void leavesNoTransactionOpenMeanwhile() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TestServer.bean(TransactionTemplate.class)
                        .execute(_ -> PublicVisit.answerOf(support, "en", page)));
    }
}
