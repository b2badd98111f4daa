package org.housecall.marketplace.readiness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import org.housecall.marketplace.readiness.Observed.Reach;
import org.housecall.platform.NoTransaction;

/** Visits one of our own pages at its public address, as a reviewer will. */
final class PublicVisit {

    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(4);
    private static final int LONGEST_PAGE = 256 * 1024;

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private PublicVisit() {}

    /**
     * What answers there, as seen from here.
     *
     * @param language that the page is to be in
     * @param page how our own page reads
     */
    static Reach of(URI url, String language, String page) {
        try {
            return Arrays.stream(InetAddress.getAllByName(url.getHost())).anyMatch(PublicVisit::isPrivate)
                    ? Reach.PRIVATE
                    : answerOf(url, language, page);
        } catch (UnknownHostException e) {
            return Reach.NOBODY;
        }
    }

    /** As {@link #of}, wherever the name leads. */
    static Reach answerOf(URI url, String language, String page) {
        NoTransaction.check();
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(ANSWER)
                .header("Accept-Language", language)
                .build();
        try {
            HttpResponse<String> answer =
                    HTTP.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_PAGE));
            return answer.statusCode() == 200 && answer.body().equals(page) ? Reach.OURS : Reach.OTHER;
        } catch (IOException e) {
            return Reach.NOBODY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reach.NOBODY;
        }
    }

    private static boolean isPrivate(InetAddress address) {
        return address.isSiteLocalAddress() || address.isLinkLocalAddress() || address.isLoopbackAddress();
    }
}
