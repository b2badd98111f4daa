package org.housecall.zoom;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.housecall.clinics.SampleClinics;
import org.housecall.meetings.KnownMeetings;
import org.housecall.meetings.Marker;
import org.housecall.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reduces a notification to what is needed of it, before anything is kept. Zoom tells of all meetings of a doctor, private
 * ones too: what is about none of ours is dropped, and so is what an app says about another owner's clinic.
 */
@Component
class Reduction {

    private final ZoomApps apps;
    private final Connections connections;
    private final Relinks relinks;
    private final KnownMeetings meetings;
    private final Probes probes;
    private final SampleClinics samples;
    private final Clock clock;

    Reduction(
            ZoomApps apps,
            Connections connections,
            Relinks relinks,
            KnownMeetings meetings,
            Probes probes,
            SampleClinics samples,
            Clock clock) {
        this.apps = apps;
        this.connections = connections;
        this.relinks = relinks;
        this.meetings = meetings;
        this.probes = probes;
        this.samples = samples;
        this.clock = clock;
    }

    /**
     * What is left of a notification.
     *
     * @param clinicId whose meeting it is about; null where it is about none
     */
    record Reduced(ZoomEvent event, @Nullable UUID clinicId) {}

    Optional<Reduced> of(ZoomApp app, JsonNode event) {
        JsonNode payload = event.path("payload");
        JsonNode object = payload.path("object");
        return switch (String.valueOf(Fields.text(event, "event"))) {
            case "app_deauthorized" -> deauthorized(app, payload, occurred(event, payload, "deauthorization_time"));
            case "meeting.created" -> created(app, object, occurred(event, object, "start_time"));
            case "meeting.updated", "meeting.deleted", "meeting.permanently_deleted", "meeting.recovered" ->
                meeting(app, ZoomEvent.Kind.CHANGED, object, occurred(event, object, "start_time"));
            case "meeting.started" ->
                meeting(app, ZoomEvent.Kind.STARTED, object, occurred(event, object, "start_time"));
            case "meeting.ended" -> meeting(app, ZoomEvent.Kind.ENDED, object, occurred(event, object, "end_time"));
            case "meeting.participant_joined_waiting_room", "meeting.participant_put_in_waiting_room" ->
                waiting(app, ZoomEvent.Kind.WAITING, object, occurred(event, object, "start_time"));
            case "meeting.participant_left_waiting_room", "meeting.participant_admitted" ->
                waiting(app, ZoomEvent.Kind.WAITING_NO_MORE, object, occurred(event, object, "start_time"));
            default -> Optional.empty();
        };
    }

    private Optional<Reduced> deauthorized(ZoomApp app, JsonNode payload, Instant occurred) {
        String user = Fields.text(payload, "user_id");
        String clientId = Fields.text(payload, "client_id");
        if (user == null || (clientId != null && !concerns(app, clientId, user))) {
            return Optional.empty();
        }
        return Optional.of(new Reduced(
                new ZoomEvent(Ids.next(), app.id(), ZoomEvent.Kind.DEAUTHORIZED, null, null, user, occurred), null));
    }

    /** An app has two client ids, and removing one authorization says nothing of a connection that was made with the other. */
    private boolean concerns(ZoomApp app, String clientId, String user) {
        return apps.find(app.id(), clientId).isPresent()
                && (connections.ofZoomUser(app.id(), user).stream()
                                .allMatch(connection -> connection.clientId().equals(clientId))
                        || relinks.ofZoomUser(app.id(), user).stream()
                                .anyMatch(relink -> relink.clientId().equals(clientId)));
    }

    private Optional<Reduced> created(ZoomApp app, JsonNode object, Instant occurred) {
        String ref = ref(object);
        String topic = Fields.text(object, "topic");
        if (ref == null || topic == null) {
            return Optional.empty();
        }
        return meetings.begunUnder(topic)
                .filter(begun -> isOwn(app, begun.clinicId()))
                .map(begun -> new Reduced(
                        new ZoomEvent(
                                Ids.next(), app.id(), ZoomEvent.Kind.CREATED, ref, begun.marker(), null, occurred),
                        begun.clinicId()))
                .or(() -> onTrial(app, ref, Marker.in(topic), occurred));
    }

    /** A meeting that was made to try a connection out is of no clinic. */
    private Optional<Reduced> onTrial(ZoomApp app, String ref, String marker, Instant occurred) {
        if (!probes.isBegun(app.id(), marker)) {
            return Optional.empty();
        }
        return Optional.of(new Reduced(
                new ZoomEvent(Ids.next(), app.id(), ZoomEvent.Kind.CREATED, ref, marker, null, occurred), null));
    }

    private Optional<Reduced> meeting(ZoomApp app, ZoomEvent.Kind kind, JsonNode object, Instant occurred) {
        String ref = ref(object);
        return Optional.ofNullable(ref)
                .flatMap(meetings::clinicOf)
                .filter(clinicId -> isOwn(app, clinicId))
                .map(clinicId ->
                        new Reduced(new ZoomEvent(Ids.next(), app.id(), kind, ref, null, null, occurred), clinicId));
    }

    private Optional<Reduced> waiting(ZoomApp app, ZoomEvent.Kind kind, JsonNode object, Instant occurred) {
        return app.waitingRoomEvents() ? meeting(app, kind, object, occurred) : Optional.empty();
    }

    /**
     * The installation's app may host any clinic's meetings, a clinic's its own and its sample clinic's; whether it hosts this
     * one, is looked at when it is followed.
     */
    private boolean isOwn(ZoomApp app, UUID clinicId) {
        UUID owner = app.clinicId();
        return owner == null
                || owner.equals(clinicId)
                || samples.ownerOf(clinicId).filter(owner::equals).isPresent();
    }

    /** Text in some events, a number in others. */
    private static @Nullable String ref(JsonNode object) {
        String id = Fields.text(object, "id");
        return id != null && id.matches("\\d{1,20}") ? id : null;
    }

    /**
     * In milliseconds, beside the payload or, in some notifications, inside it. The fields in words count whole seconds
     * only, too coarse to tell a restart from the end before it.
     */
    private Instant occurred(JsonNode event, JsonNode object, String field) {
        long millis = Fields.number(event, "event_ts")
                .orElse(Fields.number(event.path("payload"), "event_ts").orElse(0));
        return millis > 0 ? Instant.ofEpochMilli(millis) : time(object, field).orElseGet(clock::instant);
    }

    private static Optional<Instant> time(JsonNode object, String field) {
        try {
            return Optional.ofNullable(Fields.text(object, field))
                    .filter(text -> !text.isEmpty())
                    .map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
