package org.housecall.marketplace.readiness;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.housecall.marketplace.readiness.Observed.Reach;
import org.housecall.platform.OutgoingFailed;
import org.housecall.platform.OutgoingHttp;
import org.springframework.stereotype.Component;

/** Visits our own pages at their public address, as a reviewer will. */
@Component
class PublicVisit {

    private final OutgoingHttp http;

    PublicVisit(OutgoingHttp http) {
        this.http = http;
    }

    /**
     * What came of a visit.
     *
     * @param answer empty where nobody answered
     */
    record Visit(Reach reach, Optional<OutgoingHttp.Answer> answer) {

        static final Visit NONE = new Visit(Reach.NOBODY, Optional.empty());
    }

    /**
     * What answers there, as seen from here.
     *
     * @param language that the page is to be in
     * @param page how our own page reads
     */
    Visit of(URI url, String language, String page) {
        try {
            OutgoingHttp.Answer answer = http.send("GET", url, Map.of("Accept-Language", List.of(language)), null);
            boolean ours = answer.status() == 200 && answer.body().equals(page);
            return new Visit(ours ? Reach.OURS : Reach.OTHER, Optional.of(answer));
        } catch (OutgoingFailed e) {
            return new Visit(
                    e.reason() == OutgoingFailed.Reason.NOT_PUBLIC ? Reach.PRIVATE : Reach.NOBODY, Optional.empty());
        }
    }
}
