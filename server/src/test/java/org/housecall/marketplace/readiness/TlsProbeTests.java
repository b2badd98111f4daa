package org.housecall.marketplace.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.housecall.JavaProcess;
import org.housecall.TestServer;
import org.housecall.marketplace.readiness.Tls.Certificate;
import org.housecall.platform.OutgoingHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Against servers that really speak TLS, on this machine: the test server's outgoing calls may reach it. */
class TlsProbeTests {

    @TempDir
    Path directory;

    private TestCertificates certificates;
    private TlsProbe probe;

    @BeforeEach
    void makeAuthority() throws IOException, GeneralSecurityException {
        certificates = new TestCertificates(directory);
        probe = new TlsProbe(TestServer.bean(OutgoingHttp.class), certificates.trust());
    }

    @Test
    void findsAGoodCertificateAndOldVersionsRefused() throws Exception {
        Tls tls = probed(certificates.signed("good", "localhost", "-1d", 90));

        assertThat(tls.certificate()).isEqualTo(Certificate.VALID);
        assertThat(tls.version()).isEqualTo("TLSv1.3");
        assertThat(tls.validUntil())
                .isBetween(
                        Instant.now().plus(Duration.ofDays(88)), Instant.now().plus(Duration.ofDays(90)));
        assertThat(tls.accepted()).isEmpty();
        assertThat(tls.untried()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithACertificate() throws Exception {
        assertThat(probed(certificates.signed("old", "localhost", "-20d", 10)).certificate())
                .isEqualTo(Certificate.EXPIRED);
        assertThat(probed(certificates.signed("other", "elsewhere.example", "-1d", 90))
                        .certificate())
                .isEqualTo(Certificate.OTHER_NAME);
        SSLContext signed = certificates.signed("unknown", "localhost", "-1d", 90);
        probe = new TlsProbe(TestServer.bean(OutgoingHttp.class), SSLContext.getDefault());
        assertThat(probed(signed).certificate()).isEqualTo(Certificate.UNTRUSTED);
    }

    @Test
    void findsOutThatOldVersionsAreStillAccepted() throws Exception {
        certificates.signed("server", "localhost", "-1d", 90);
        assertThat(spoken("TLSv1.1,TLSv1.2").accepted()).containsExactly("TLS 1.1");
        assertThat(spoken("TLSv1,TLSv1.1,TLSv1.2").accepted()).containsExactly("TLS 1.0", "TLS 1.1");
        Tls oldOnly = spoken("TLSv1");
        assertThat(oldOnly.accepted()).contains("TLS 1.0");
        assertThat(oldOnly.certificate()).isEqualTo(Certificate.NONE);
        Tls newOnly = spoken("TLSv1.2");
        assertThat(newOnly.accepted()).isEmpty();
        assertThat(newOnly.version()).isEqualTo("TLSv1.2");
    }

    @Test
    void saysNothingOfWhereNobodyIsOrWhereItDoesNotGo() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(probe.of(URI.create("https://localhost:" + free))).isEmpty();
        assertThat(probe.of(URI.create("http://localhost:" + free))).isEmpty();
        assertThat(probe.of(URI.create("https://192.168.1.7"))).isEmpty();
        assertThat(probe.of(URI.create("https://[fd00::1]"))).isEmpty();
        assertThat(probe.of(URI.create("https://housecall.invalid"))).isEmpty();
    }

    @Test
    void leavesNoTransactionOpenMeanwhile() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TestServer.bean(TransactionTemplate.class)
                        .execute(_ -> probe.of(URI.create("https://localhost"))));
    }

    private Tls probed(SSLContext shown) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(shown));
        server.start();
        try {
            return probe.of(URI.create(
                            "https://localhost:" + server.getAddress().getPort()))
                    .orElseThrow();
        } finally {
            server.stop(0);
        }
    }

    private Tls spoken(String versions) {
        try (JavaProcess process = JavaProcess.start(
                directory,
                OldTlsServer.class,
                Map.of(),
                certificates.store().toString(),
                TestCertificates.password(),
                versions)) {
            return probe.of(URI.create("https://localhost:" + process.await("port ")))
                    .orElseThrow();
        }
    }
}
