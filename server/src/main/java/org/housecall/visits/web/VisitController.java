package org.housecall.visits.web;

import java.net.URI;
import org.housecall.access.Public;
import org.housecall.platform.web.LiveStreams;
import org.housecall.visits.Visit;
import org.housecall.visits.VisitLinks;
import org.housecall.visits.Visits;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What a visit page works with: no cookie, no session, only the token in the address. */
@RestController
@RequestMapping("/api/v1/visits/{token}")
class VisitController {

    private final Visits visits;
    private final LiveStreams streams;

    VisitController(Visits visits, LiveStreams streams) {
        this.visits = visits;
        this.streams = streams;
    }

    @Public("The unguessable token is the permission.")
    @GetMapping
    ResponseEntity<Visit> show(@PathVariable String token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(visits.show(token));
    }

    @Public("The unguessable token is the permission.")
    @PostMapping("/join")
    ResponseEntity<JoinView> join(@PathVariable String token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new JoinView(visits.join(token)));
    }

    @Public("The unguessable token is the permission.")
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String token) {
        VisitLinks.Place place = visits.place(token);
        return streams.open(
                "visit",
                update -> update.clinicId().equals(place.clinicId())
                        && update.id().equals(place.appointmentId()),
                update -> update.topic().equals(VisitLinks.REVOKED));
    }

    record JoinView(URI joinUrl) {}
}
