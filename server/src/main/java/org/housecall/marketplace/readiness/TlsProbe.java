package org.housecall.marketplace.readiness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.housecall.marketplace.readiness.Tls.Certificate;
import org.housecall.platform.NoTransaction;
import org.housecall.platform.OutgoingFailed;
import org.housecall.platform.OutgoingHttp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Greets the public address in TLS, old and new. It goes no further than {@link OutgoingHttp} would (ADR 17). */
@Component
class TlsProbe {

    private static final int HTTPS = 443;
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(2).toMillis();

    private final OutgoingHttp http;
    private final SSLContext trust;

    @Autowired
    TlsProbe(OutgoingHttp http) throws NoSuchAlgorithmException {
        this(http, SSLContext.getDefault());
    }

    TlsProbe(OutgoingHttp http, SSLContext trust) {
        this.http = http;
        this.trust = trust;
    }

    /** Empty where nobody answers, or where we do not go. */
    Optional<Tls> of(URI url) {
        NoTransaction.check();
        if (!"https".equals(url.getScheme())) {
            return Optional.empty();
        }
        try {
            InetAddress address = http.addressOf(url);
            InetSocketAddress peer = new InetSocketAddress(address, url.getPort() == -1 ? HTTPS : url.getPort());
            OldTls old = OldTls.of(peer, url.getHost());
            return Optional.of(shakeHands(peer, url.getHost(), old));
        } catch (OutgoingFailed e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // nobody is there, or nobody who speaks TLS
        }
    }

    private Tls shakeHands(InetSocketAddress peer, String host, OldTls old) throws IOException {
        try (Socket plain = new Socket()) {
            plain.connect(peer, PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            try (SSLSocket socket =
                    (SSLSocket) trust.getSocketFactory().createSocket(plain, host, peer.getPort(), true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                X509Certificate own = (X509Certificate) socket.getSession().getPeerCertificates()[0];
                return new Tls(
                        Certificate.VALID,
                        own.getNotAfter().toInstant(),
                        socket.getSession().getProtocol(),
                        old.accepted(),
                        old.untried());
            }
        } catch (SSLException e) {
            return new Tls(reason(e), null, null, old.accepted(), old.untried());
        }
    }

    private static Certificate reason(SSLException failure) {
        boolean aboutCertificate = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return Certificate.EXPIRED;
            }
            if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
                aboutCertificate = true;
            } else if (cause instanceof CertificateException && cause.getCause() == null && !aboutCertificate) {
                return Certificate.OTHER_NAME;
            }
        }
        return aboutCertificate ? Certificate.UNTRUSTED : Certificate.NONE;
    }

    /** Of a host's old versions, which it speaks and of which that is not known. */
    record OldTls(List<String> accepted, List<String> untried) {

        static OldTls of(InetSocketAddress peer, String host) {
            List<OldGreeting.Result> results = List.of(
                    OldGreeting.TLS_1_0.send(peer, host, PATIENCE_MILLIS),
                    OldGreeting.TLS_1_1.send(peer, host, PATIENCE_MILLIS));
            return new OldTls(named(results, OldGreeting.Reply.ACCEPTED), named(results, OldGreeting.Reply.NONE));
        }

        private static List<String> named(List<OldGreeting.Result> results, OldGreeting.Reply reply) {
            return results.stream()
                    .filter(result -> result.reply() == reply)
                    .map(result -> result.greeting().spoken())
                    .toList();
        }
    }
}
