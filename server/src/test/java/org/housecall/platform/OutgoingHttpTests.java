package org.housecall.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.housecall.TestServer;
import org.housecall.platform.OutgoingFailed.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls to addresses that an admin entered, with a server on loopback to be reached or not. */
class OutgoingHttpTests {

    private final AtomicInteger reached = new AtomicInteger();
    private final OutgoingHttp guarded = http(false, SystemDefaultDnsResolver.INSTANCE);
    private final OutgoingHttp withLoopback = http(true, SystemDefaultDnsResolver.INSTANCE);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final HttpServer server = start();

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            reached.incrementAndGet();
            answer(exchange);
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/redirect" -> {
                exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data/");
                exchange.sendResponseHeaders(302, -1);
            }
            case "/long" -> {
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream body = exchange.getResponseBody()) {
                    for (int i = 0; i < 1024; i++) {
                        body.write(new byte[1024]);
                    }
                }
            }
            case "/silent" -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                try {
                    stopped.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            default -> {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write(new byte[] {'o', 'k'});
            }
        }
        exchange.close();
    }

    @AfterEach
    void stop() throws IOException {
        stopped.countDown();
        guarded.close();
        withLoopback.close();
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "localhost",
                "LOCALHOST",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "192.0.2.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[::]",
                "[fe80::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[fec0::1]",
                "[ff02::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:a9fe:a9fe]",
                "[::127.0.0.1]",
                "[64:ff9b::a9fe:a9fe]",
                "[64:ff9b:1::a00:1]",
                "[2002:7f00:1::]",
                "[2001::1]",
                "[2001:db8::1]",
                "[100::1]",
                "[3fff::1]",
                "[5f00::1]"
            })
    void reachesNothingThatIsNotPublic(String host) {
        assertThat(refused(guarded, "https://" + host + "/")).isEqualTo(Reason.NOT_PUBLIC);
    }

    /** By how Java reads them they are no addresses at all, or just these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "017700000001",
                "127.1",
                "127.0.1",
                "127.0.0.1.",
                "localhost.",
                "[::ffff:7f00:1]",
                "[0000:0000:0000:0000:0000:ffff:7f00:0001]",
                "user@127.0.0.1",
                "example.com@127.0.0.1"
            })
    void isNotFooledByOddSpellings(String host) {
        assertThat(refused(guarded, "https://" + host + "/"))
                .isIn(Reason.NOT_PUBLIC, Reason.NOT_HTTPS, Reason.UNKNOWN_HOST);
        String port = ":" + server.getAddress().getPort();
        assertThat(refused(guarded, "https://" + host + port + "/"))
                .isIn(Reason.NOT_PUBLIC, Reason.NOT_HTTPS, Reason.UNKNOWN_HOST);
        assertThat(reached).hasValue(0);
    }

    @Test
    void looksWhereANameLeads() throws IOException {
        for (String address : List.of("127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00:ec2::254")) {
            try (OutgoingHttp http = http(false, names(address))) {
                assertThat(refused(http, "https://id.example.com/")).isEqualTo(Reason.NOT_PUBLIC);
            }
        }
    }

    /** A name that leads elsewhere when it is asked for again would get past a check that comes before. */
    @Test
    void connectsToTheVeryAddressThatWasChecked() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        DnsResolver first = names("127.0.0.1");
        DnsResolver then = names("10.1.2.3");
        DnsResolver rebinding =
                new Names(host -> asked.getAndIncrement() == 0 ? first.resolve(host) : then.resolve(host));
        try (OutgoingHttp http = http(true, rebinding)) {
            assertThat(http.send("GET", local("/"), Map.of(), null).body()).isEqualTo("ok");
            assertThat(asked).hasValue(1);
            assertThat(refused(http, local("/").toString())).isEqualTo(Reason.NOT_PUBLIC);
            assertThat(asked).hasValue(2);
            assertThat(reached).hasValue(1);
        }
    }

    @Test
    void leavesOutOfSeveralAddressesThoseThatAreNotPublic() throws IOException {
        try (OutgoingHttp http = http(true, names("10.1.2.3", "127.0.0.1"))) {
            assertThat(http.send("GET", local("/"), Map.of(), null).body()).isEqualTo("ok");
        }
    }

    @Test
    void refusesManyTimesWithoutRunningOut() {
        for (int i = 0; i < 40; i++) {
            assertThat(refused(guarded, "https://10.0.0.1/")).isEqualTo(Reason.NOT_PUBLIC);
        }
    }

    @Test
    void followsNoRedirect() throws OutgoingFailed {
        OutgoingHttp.Answer answer = withLoopback.send("GET", local("/redirect"), Map.of(), null);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers()).containsKey("location");
        assertThat(reached).hasValue(1);
    }

    @Test
    void speaksHttpsAndPlainHttpToLoopbackOnlyWhereThatIsAllowed() {
        assertThat(refused(guarded, local("/").toString())).isEqualTo(Reason.NOT_HTTPS);
        assertThat(refused(withLoopback, "http://192.168.1.1/")).isEqualTo(Reason.NOT_HTTPS);
        assertThat(refused(withLoopback, "https://192.168.1.1/")).isEqualTo(Reason.NOT_PUBLIC);
        for (String other :
                new String[] {"ftp://127.0.0.1/", "file:///etc/passwd", "javascript:alert(1)", "//127.0.0.1/"}) {
            assertThat(refused(withLoopback, other)).as(other).isEqualTo(Reason.NOT_HTTPS);
        }
        assertThat(reached).hasValue(0);
    }

    @Test
    void readsNoLongerThanItHasPatienceAndSpace() throws IOException {
        assertThat(refused(withLoopback, local("/long").toString())).isEqualTo(Reason.TOO_LONG);
        try (OutgoingHttp http = new OutgoingHttp(
                new OutgoingSettings(true),
                SystemDefaultDnsResolver.INSTANCE,
                Duration.ofMinutes(5), // for each step, of which there may be many
                Duration.ofMillis(500))) {
            assertThat(refused(http, local("/silent").toString())).isEqualTo(Reason.NO_ANSWER);
        }
    }

    @Test
    void goesNoWayRoundByTheSystemsProxy() throws OutgoingFailed {
        System.setProperty("http.proxyHost", "proxy.invalid");
        System.setProperty("http.nonProxyHosts", "");
        try {
            assertThat(withLoopback.send("GET", local("/"), Map.of(), null).body())
                    .isEqualTo("ok");
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.nonProxyHosts");
        }
    }

    @Test
    void refusesWhileATransactionIsOpen() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TestServer.bean(TransactionTemplate.class).execute(_ -> status()))
                .withMessageContaining("while a transaction is open");
    }

    private int status() {
        try {
            return withLoopback.send("GET", local("/"), Map.of(), null).status();
        } catch (OutgoingFailed e) {
            throw new AssertionError(e);
        }
    }

    private URI local(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private static Reason refused(OutgoingHttp http, String url) {
        OutgoingFailed failure =
                catchThrowableOfType(OutgoingFailed.class, () -> http.send("GET", URI.create(url), Map.of(), null));
        assertThat(failure).as(url).isNotNull();
        return failure.reason();
    }

    private static OutgoingHttp http(boolean loopback, DnsResolver names) {
        return new OutgoingHttp(new OutgoingSettings(loopback), names, Duration.ofMillis(500), Duration.ofMillis(1500));
    }

    /** Every name leads to these addresses. */
    private static DnsResolver names(String... addresses) {
        InetAddress[] found = new InetAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            found[i] = InetAddress.ofLiteral(addresses[i]);
        }
        return new Names(_ -> found);
    }

    /** Asks us where a name leads. */
    private record Names(Lookup lookup) implements DnsResolver {

        interface Lookup {
            InetAddress[] of(String host) throws UnknownHostException;
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return lookup.of(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
