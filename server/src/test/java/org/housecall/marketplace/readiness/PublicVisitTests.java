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

    private final PublicVisit visits = TestServer.bean(PublicVisit.class);
    private final URI support = URI.create(TestServer.baseUrl() + "/support");
    private final String page = PlainPage.at("/support").html();

    @Test
    void knowsOurOwnPage() {
        PublicVisit.Visit visit = visits.of(support, "en", page);

        assertThat(visit.reach()).isEqualTo(Reach.OURS);
        assertThat(visit.answer().orElseThrow().headers()).containsKey("content-security-policy");
    }

    @Test
    void takesNoOtherPageForOurs() {
        assertThat(visits.of(URI.create(TestServer.baseUrl() + "/legal/terms"), "en", page)
                        .reach())
                .isEqualTo(Reach.OTHER);
        assertThat(visits.of(URI.create(TestServer.baseUrl() + "/nothing"), "en", page)
                        .reach())
                .isEqualTo(Reach.OTHER);
    }

    @Test
    void noticesThatNobodyAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(visits.of(URI.create("http://127.0.0.1:" + free + "/support"), "en", page)
                        .reach())
                .isEqualTo(Reach.NOBODY);
        assertThat(visits.of(URI.create("https://housecall.invalid/support"), "en", page)
                        .reach())
                .isEqualTo(Reach.NOBODY);
    }

    @Test
    void tellsAPrivateNetworkFromThePublicOne() {
        assertThat(visits.of(URI.create("https://192.168.1.7/support"), "en", page)
                        .reach())
                .isEqualTo(Reach.PRIVATE);
        assertThat(visits.of(URI.create("https://169.254.169.254/support"), "en", page)
                        .reach())
                .isEqualTo(Reach.PRIVATE);
    }

    @Test
    void leavesNoTransactionOpenMeanwhile() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> TestServer.bean(TransactionTemplate.class).execute(_ -> visits.of(support, "en", page)));
    }
}
