package org.housecall.platform;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsHttpClientBuilder;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;

/**
 * HTTP to addresses that an admin entered, and to those that such an address names. What it reaches is open to everybody:
 * never this machine, a private network, or where clouds keep their secrets (ADR 17).
 */
@Component
@EnableConfigurationProperties(OutgoingSettings.class)
public class OutgoingHttp implements AutoCloseable {

    private static final int LONGEST_ANSWER = 512 * 1024;
    private static final int LONGEST_HEADER = 8 * 1024;
    private static final int MOST_HEADERS = 100;

    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:^|\\.)[0-9][^.]*\\.?$");

    /** What Spring Boot's list of addresses that are not public leaves out. */
    private static final String[] ALSO_NOT_PUBLIC = {
        "168.63.129.16", // Azure's way to a machine's own agent and secrets, on a public address
        "::/96", // IPv4 in IPv6 clothes, as it was done before
        "64:ff9b:1::/48", // translation to IPv4 within a network (RFC 8215)
        "3fff::/20", // documentation
        "5f00::/16", // segment routing
        "fec0::/10" // site-local, as it was done before
    };

    private final CloseableHttpClient http;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("outgoing-", 0).factory());
    private final DnsResolver names;
    private final InetAddressFilter reachable;
    private final boolean allowLoopback;
    private final Duration patience;

    @Autowired
    OutgoingHttp(OutgoingSettings settings) {
        this(settings, SystemDefaultDnsResolver.INSTANCE, Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    OutgoingHttp(OutgoingSettings settings, DnsResolver names, Duration step, Duration patience) {
        this.allowLoopback = settings.allowLoopback();
        this.patience = patience;
        InetAddressFilter everybodys = InetAddressFilter.externalAddresses().andNot(ALSO_NOT_PUBLIC);
        this.names = names;
        this.reachable = allowLoopback ? everybodys.or("127.0.0.0/8", "::1") : everybodys;
        // The client connects to the very addresses that this filter lets through, and asks for them once.
        HttpClientSettings guarded = HttpClientSettings.defaults()
                .withInetAddressFilter(reachable)
                .withRedirects(HttpRedirects.DONT_FOLLOW)
                .withCookieHandling(HttpCookieHandling.DISABLE)
                .withTimeouts(step, step);
        this.http = new HttpComponentsHttpClientBuilder()
                .withDnsResolver(names)
                .withConnectionManagerCustomizer(
                        connections -> connections.setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LONGEST_HEADER)
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .build())
                                .build()))
                .withCustomizer(client -> client.setUserAgent("Housecall")
                        .setRoutePlanner(new DefaultRoutePlanner(null)) // a proxy would look names up for itself
                        .setConnectionReuseStrategy((_, _, _) -> false)
                        .disableAutomaticRetries()
                        .disableContentCompression())
                .build(guarded);
    }

    /** An answer of whatever status; redirects are not followed. */
    public record Answer(int status, Map<String, String> headers, String body) {
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /** Whether a browser may be sent there, or we may: by https, and by plain http to this machine where that is allowed. */
    public boolean isAcceptable(URI url) {
        return url.getHost() != null
                && url.getRawUserInfo() == null
                && readsInOneWayOnly(url.getHost())
                && ("https".equals(url.getScheme())
                        || ("http".equals(url.getScheme()) && allowLoopback && LoopbackOrHttps.isLoopback(url)));
    }

    /** 0177.0.0.1 is another address for some than for others: what ends in a number must be the usual four. */
    private static boolean readsInOneWayOnly(String host) {
        if (host.startsWith("[") || !ENDS_IN_NUMBER.matcher(host).find()) {
            return true;
        }
        try {
            return Inet4Address.ofLiteral(host).getHostAddress().equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** An address that a call to this URL may connect to, for those who speak something else there than HTTP. */
    public InetAddress addressOf(URI url) throws OutgoingFailed {
        NoTransaction.check();
        if (!isAcceptable(url)) {
            throw new OutgoingFailed(OutgoingFailed.Reason.NOT_HTTPS, null);
        }
        try {
            for (InetAddress address : names.resolve(url.getHost())) {
                if (reachable.matches(address)) {
                    return address;
                }
            }
            throw new OutgoingFailed(OutgoingFailed.Reason.NOT_PUBLIC, null);
        } catch (UnknownHostException e) {
            throw failed(e);
        }
    }

    /**
     * Sends a request, once.
     *
     * @param body a form, or null for none
     */
    public Answer send(String method, URI url, Map<String, List<String>> headers, @Nullable String body)
            throws OutgoingFailed {
        NoTransaction.check();
        if (!isAcceptable(url)) {
            throw new OutgoingFailed(OutgoingFailed.Reason.NOT_HTTPS, null);
        }
        HttpUriRequestBase request = new HttpUriRequestBase(method, url);
        headers.forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        if (body != null) {
            request.setEntity(new StringEntity(body, ContentType.APPLICATION_FORM_URLENCODED));
        }
        return withinPatience(request);
    }

    /** The client's own timeouts are for each step; somebody who sends a byte now and then would hold it for ever. */
    private Answer withinPatience(HttpUriRequestBase request) throws OutgoingFailed {
        Future<Answer> answer = threads.submit(() -> http.execute(request, OutgoingHttp::read));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } catch (TimeoutException e) {
            throw new OutgoingFailed(OutgoingFailed.Reason.NO_ANSWER, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutgoingFailed(OutgoingFailed.Reason.NO_ANSWER, e);
        } finally {
            request.cancel();
        }
    }

    private static OutgoingFailed failed(@Nullable Throwable cause) {
        return switch (cause) {
            case OutgoingFailed known -> known;
            case FilteredHostException filtered -> new OutgoingFailed(OutgoingFailed.Reason.NOT_PUBLIC, filtered);
            case UnknownHostException unknown -> new OutgoingFailed(OutgoingFailed.Reason.UNKNOWN_HOST, unknown);
            case SSLException tls -> new OutgoingFailed(OutgoingFailed.Reason.CERTIFICATE, tls);
            case null, default -> new OutgoingFailed(OutgoingFailed.Reason.NO_ANSWER, cause);
        };
    }

    private static Answer read(ClassicHttpResponse response) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.put(header.getName(), header.getValue());
        }
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(LONGEST_ANSWER + 1);
        if (body.length > LONGEST_ANSWER) {
            throw new OutgoingFailed(OutgoingFailed.Reason.TOO_LONG, null);
        }
        return new Answer(response.getCode(), headers, new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        http.close();
    }
}
