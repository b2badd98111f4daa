package org.housecall.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What is wrong with the visits and meetings of one clinic after everything has settled; nothing, if all is well. */
final class Verdict {

    private static final Pattern OURS = Pattern.compile("Video visit (\\S+)");

    /** A visit and its meeting as the server has them. */
    private record Stored(String id, String doctorId, Instant start, String status, String meeting, String ref) {}

    private final Database database;
    private final ChaosClinic clinic;
    private final Map<String, JsonNode> atZoom;
    private final List<String> wrong = new ArrayList<>();

    private Verdict(Database database, ChaosZoom zoom, ChaosClinic clinic) {
        this.database = database;
        this.clinic = clinic;
        Set<String> hosts =
                clinic.doctors.stream().map(ChaosClinic.Doctor::zoomUser).collect(Collectors.toSet());
        this.atZoom = zoom.get("meetings")
                .valueStream()
                .filter(meeting -> hosts.contains(meeting.path("host_id").asString()))
                .filter(meeting -> !meeting.path("status").asString().equals("deleted"))
                .collect(Collectors.toMap(meeting -> meeting.path("id").asString(), Function.identity()));
    }

    static List<String> on(Database database, ChaosZoom zoom, ChaosClinic clinic, List<Visits.Truth> truth) {
        Verdict verdict = new Verdict(database, zoom, clinic);
        Map<String, Stored> stored = verdict.stored();
        verdict.visitsAreAsAnswered(stored, truth);
        verdict.everyLiveVisitHasItsMeeting(stored);
        verdict.noMeetingIsUnknown(stored);
        verdict.nobodyIsDoubleBooked(stored);
        return verdict.wrong;
    }

    private Map<String, Stored> stored() {
        return database
                .jdbc
                .sql("""
                        select a.id::text, a.doctor_id::text, a.starts_at, a.status, coalesce(m.status, '') as meeting,
                          coalesce(m.provider_ref, '') as ref
                        from appointment a left join meeting m on m.appointment_id = a.id
                        where a.clinic_id = cast(? as uuid)""")
                .param(clinic.clinic.id)
                .query((row, number) -> new Stored(
                        row.getString("id"),
                        row.getString("doctor_id"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getString("status"),
                        row.getString("meeting"),
                        row.getString("ref")))
                .list()
                .stream()
                .collect(Collectors.toMap(Stored::id, Function.identity()));
    }

    private void visitsAreAsAnswered(Map<String, Stored> stored, List<Visits.Truth> truth) {
        Set<String> known = new HashSet<>();
        for (Visits.Truth visit : truth) {
            known.add(visit.id());
            Stored now = stored.get(visit.id());
            check(
                    now != null
                            && now.doctorId.equals(visit.doctorId())
                            && now.start.equals(visit.start())
                            && now.status.equals("CANCELLED") == visit.cancelled(),
                    "answered so, stored otherwise",
                    visit + " " + now);
        }
        stored.values().forEach(visit -> check(known.contains(visit.id), "booked by nobody", visit));
    }

    private void everyLiveVisitHasItsMeeting(Map<String, Stored> stored) {
        Map<String, String> hosts =
                clinic.doctors.stream().collect(Collectors.toMap(ChaosClinic.Doctor::id, ChaosClinic.Doctor::zoomUser));
        for (Stored visit : stored.values()) {
            if (visit.status.equals("CANCELLED")) {
                check(visit.ref.isEmpty() && visit.meeting.equals("REMOVED"), "cancelled, and not removed", visit);
                continue;
            }
            JsonNode meeting = atZoom.get(visit.ref);
            check(visit.meeting.equals("READY") && meeting != null, "no live meeting", visit);
            if (meeting != null) {
                check(
                        Objects.equals(
                                hosts.get(visit.doctorId),
                                meeting.path("host_id").asString()),
                        "wrong host",
                        visit);
                isAsWished(visit, meeting);
            }
        }
        Map<String, Long> refs = stored.values().stream()
                .filter(visit -> !visit.ref.isEmpty())
                .collect(Collectors.groupingBy(Stored::ref, Collectors.counting()));
        refs.forEach((ref, count) -> check(count == 1, "meeting of several visits", ref));
    }

    private void isAsWished(Stored visit, JsonNode meeting) {
        JsonNode settings = meeting.path("settings");
        check(
                Instant.parse(meeting.path("start_time").asString()).equals(visit.start)
                        && meeting.path("duration").asInt() == 30,
                "wrong time",
                visit + " " + meeting.path("start_time"));
        check(
                settings.path("waiting_room").asBoolean()
                        && !settings.path("join_before_host").asBoolean()
                        && !settings.path("use_pmi").asBoolean()
                        && settings.path("auto_recording").asString("none").equals("none")
                        && !meeting.path("password").asString("").isEmpty(),
                "open to strangers",
                visit + " " + settings);
    }

    /** Known is what a visit has, and what is recorded, and shown, as one that has to go or may exist. */
    private void noMeetingIsUnknown(Map<String, Stored> stored) {
        Set<String> known = stored.values().stream().map(Stored::ref).collect(Collectors.toSet());
        known.addAll(strings(
                "select provider_ref from surplus_meeting where removed_at is null and provider_ref is not null"));
        known.addAll(strings("select provider_ref from zoom_probe where provider_ref is not null"));
        Set<String> markers = new HashSet<>(strings("select marker from zoom_probe where marker is not null"));
        markers.addAll(
                strings(
                        "select marker from surplus_meeting where removed_at is null and provider_ref is null and marker is not null"));
        atZoom.forEach((id, meeting) -> {
            Matcher ours = OURS.matcher(meeting.path("topic").asString(""));
            check(
                    known.contains(id) || (ours.matches() && markers.contains(ours.group(1))),
                    "unknown to us",
                    id + " " + meeting.path("topic"));
        });
    }

    private void nobodyIsDoubleBooked(Map<String, Stored> stored) {
        Map<String, String> taken = new HashMap<>();
        for (Stored visit : stored.values()) {
            if (!visit.status.equals("CANCELLED")) {
                String other = taken.put(visit.doctorId + visit.start, visit.id);
                check(other == null, "two visits at once", visit + " " + other);
            }
        }
        Set<String> claimed = new HashSet<>(strings("select ref::text from doctor_time where kind = 'APPOINTMENT'"));
        stored.values()
                .forEach(visit -> check(
                        claimed.contains(visit.id) == !visit.status.equals("CANCELLED"),
                        "its doctor's time is not as it should be",
                        visit));
    }

    private List<String> strings(String query) {
        return database.texts(query);
    }

    private void check(boolean well, String otherwise, Object about) {
        if (!well) {
            wrong.add(otherwise + ": " + about);
        }
    }
}
