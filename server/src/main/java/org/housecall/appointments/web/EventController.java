package org.housecall.appointments.web;

import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Sessions;
import org.housecall.access.Viewer;
import org.housecall.platform.web.LiveStreams;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Live updates of a clinic: the front desk hears of all, doctors and patients of what concerns them. */
@RestController
class EventController {

    private final LiveStreams streams;

    EventController(LiveStreams streams) {
        this.streams = streams;
    }

    @Requires(Permission.VIEW_APPOINTMENTS)
    @GetMapping(path = "/api/v1/clinics/{clinicId}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable UUID clinicId, Viewer viewer) {
        boolean all = viewer.seesAll(clinicId);
        return streams.open(
                update -> (update.clinicId().equals(clinicId)
                                && (all || update.concerned().contains(viewer.accountId())))
                        || Sessions.isEnd(update, viewer.accountId()),
                update -> Sessions.isEnd(update, viewer.accountId()));
    }
}
