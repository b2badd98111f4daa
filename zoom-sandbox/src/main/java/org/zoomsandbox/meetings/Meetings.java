package org.zoomsandbox.meetings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.http.Answer;
import org.zoomsandbox.http.ZoomError;
import org.zoomsandbox.webhooks.Webhooks;
import org.zoomsandbox.world.Dice;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.IssuedSecrets;
import org.zoomsandbox.world.Site;
import org.zoomsandbox.world.VirtualClock;
import org.zoomsandbox.world.ZoomUser;

/** All meetings, and everything that can happen to one, whether through the interface or in Zoom's own windows. */
public final class Meetings {

    private final VirtualClock clock;
    private final Directory directory;
    private final IssuedSecrets secrets;
    private final MeetingView view;
    private final MeetingEvents events;
    private final Door door;
    private final Map<Long, Meeting> meetings = new ConcurrentHashMap<>();
    private final Map<String, Long> idsByUuid = new ConcurrentHashMap<>();
    private final Map<String, Queue<Meeting>> byHost = new ConcurrentHashMap<>();
    private final Map<Long, Meeting> running = new ConcurrentHashMap<>();

    public Meetings(
            VirtualClock clock,
            Directory directory,
            IssuedSecrets secrets,
            Webhooks webhooks,
            Site site,
            StartLinks links) {
        this.clock = clock;
        this.directory = directory;
        this.secrets = secrets;
        this.view = new MeetingView(site, links);
        this.events = new MeetingEvents(clock, webhooks, view);
        this.door = new Door(events);
    }

    Door door() {
        return door;
    }

    MeetingView view() {
        return view;
    }

    Meeting create(ZoomUser host, MeetingRequest request) {
        HostRights.check(directory, host, request.settings());
        var meeting = new Meeting(newId(), host.id(), host.accountId(), clock.instant());
        synchronized (meeting) {
            var asked = request.type() == null ? Meeting.SCHEDULED : request.type();
            meeting.timezone = zoneOf(host);
            fill(meeting, request);
            meeting.startTime = request.start(ZoneId.of(zoneOf(host)));
            // A scheduled meeting without a time silently becomes an instant one.
            meeting.type = asked == Meeting.SCHEDULED && meeting.startTime == null ? Meeting.INSTANT : asked;
            if (meeting.type == Meeting.INSTANT) {
                meeting.startTime = null;
            }
            protect(meeting, passcode(host, request, null));
            MeetingSettings.apply(
                    meeting.settings, request.settings(), host.settings().locked());
            MeetingSettings.settle(meeting.settings, meeting.password != null);
            keep(meeting);
            events.created(meeting, host);
        }
        return meeting;
    }

    void update(Meeting meeting, ZoomUser host, MeetingRequest request) {
        synchronized (meeting) {
            if (meeting.started()) {
                throw ZoomError.of(400, 3000, "You cannot update or delete meetings that have started.");
            }
            HostRights.check(directory, host, request.settings());
            var before = view.changeable(meeting);
            var passcode = passcode(host, request, meeting.password);
            fill(meeting, request);
            if (request.type() != null && request.type() != Meeting.INSTANT) {
                meeting.type = request.type();
            }
            var start = request.start(ZoneId.of(meeting.timezone));
            // Zoom answers 204 to a start in the past, and ignores it.
            if (start != null && start.isAfter(clock.instant())) {
                meeting.startTime = start;
            }
            if (!Objects.equals(passcode, meeting.password)) {
                protect(meeting, passcode);
            }
            MeetingSettings.apply(
                    meeting.settings, request.settings(), host.settings().locked());
            MeetingSettings.settle(meeting.settings, meeting.password != null);
            events.updated(meeting, host, before);
        }
    }

    void delete(Meeting meeting, ZoomUser host) {
        synchronized (meeting) {
            if (meeting.started()) {
                throw ZoomError.of(400, 3002, "Sorry, you cannot delete this meeting since it is in progress.");
            }
            if (meeting.deletedAt != null) {
                throw gone(Long.toString(meeting.id));
            }
            meeting.deletedAt = clock.instant();
            events.deleted(meeting, host);
        }
    }

    void recover(Meeting meeting, ZoomUser host) {
        synchronized (meeting) {
            if (!meeting.recoverableAt(clock.instant())) {
                throw gone(Long.toString(meeting.id));
            }
            meeting.deletedAt = null;
            events.recovered(meeting, host);
        }
    }

    /** The host comes in; a meeting that has run before gets a new uuid under its old id. */
    void start(Meeting meeting, ZoomUser host) {
        synchronized (meeting) {
            if (meeting.started() || meeting.goneAt(clock.instant())) {
                return;
            }
            if (meeting.lastEndedAt != null) {
                meeting.uuid = Meeting.newUuid(Dice.between(0, 100));
                idsByUuid.put(meeting.uuid, meeting.id);
            }
            meeting.startedAt = clock.instant();
            running.put(meeting.id, meeting);
            events.started(meeting, host);
            events.participant("participant_joined", meeting, host, hostAsGuest(host));
        }
    }

    void end(Meeting meeting, ZoomUser host) {
        synchronized (meeting) {
            if (!meeting.started()) {
                throw ZoomError.of(400, 3000, "Cannot end a meeting that is not in progress.");
            }
            events.ended(meeting, host);
            meeting.startedAt = null;
            meeting.lastEndedAt = clock.instant();
            meeting.guests.clear();
            running.remove(meeting.id);
        }
    }

    /** Ends meetings of Basic hosts that have run for forty minutes. */
    public void endOvertime() {
        for (var meeting : running.values()) {
            var host = directory.user(meeting.hostId);
            synchronized (meeting) {
                if (host != null && meeting.overtimeAt(clock.instant(), host.basic())) {
                    end(meeting, host);
                }
            }
        }
    }

    /** The meeting with this id or uuid, deleted or not. */
    @Nullable
    Meeting any(String idOrUuid) {
        try {
            return meetings.get(Long.parseLong(idOrUuid));
        } catch (NumberFormatException e) {
            var id = idsByUuid.get(idOrUuid);
            return id == null ? null : meetings.get(id);
        }
    }

    /** The meeting with this id or uuid, unless it is deleted or expired. */
    Meeting existing(String idOrUuid) {
        var meeting = any(idOrUuid);
        if (meeting == null || meeting.goneAt(clock.instant())) {
            throw gone(idOrUuid);
        }
        return meeting;
    }

    Collection<Meeting> of(String hostId) {
        var queue = byHost.get(hostId);
        return queue == null ? List.of() : queue;
    }

    Collection<Meeting> all() {
        return meetings.values();
    }

    public void clear() {
        meetings.clear();
        idsByUuid.clear();
        byHost.clear();
        running.clear();
    }

    static ZoomError gone(String id) {
        return ZoomError.of(404, 3001, "Meeting does not exist: " + id + ".");
    }

    Instant now() {
        return clock.instant();
    }

    private static void fill(Meeting meeting, MeetingRequest request) {
        meeting.topic = Objects.requireNonNullElse(request.topic(), meeting.topic);
        meeting.agenda = Objects.requireNonNullElse(request.agenda(), meeting.agenda);
        meeting.duration = Objects.requireNonNullElse(request.duration(), meeting.duration);
        meeting.timezone = Objects.requireNonNullElse(request.timezone(), meeting.timezone);
        if (request.recurrence() != null) {
            meeting.recurrence = request.recurrence();
        }
    }

    /** The passcode the meeting shall have: the one asked for if the policy takes it, or one Zoom makes up. */
    private static @Nullable String passcode(ZoomUser host, MeetingRequest request, @Nullable String present) {
        var policy = host.settings().passcodePolicy();
        var wanted = request.password();
        if (wanted == null || request.defaultPassword()) {
            var made = request.defaultPassword() || policy.required();
            return present == null && made ? policy.generate() : present;
        }
        if (wanted.isEmpty() ? policy.required() : !policy.accepts(wanted)) {
            throw refusedPasscode(host);
        }
        return wanted.isEmpty() ? null : wanted;
    }

    /** Some of these refusals have come back as XML. */
    private static ZoomError refusedPasscode(ZoomUser host) {
        var message = "Passcode does not meet the requirements of the account.";
        if (!host.settings().xmlErrors()) {
            return ZoomError.invalid("password", message);
        }
        return ZoomError.answering(Answer.xml(400, 300, message));
    }

    private void protect(Meeting meeting, @Nullable String passcode) {
        meeting.passcode(passcode);
        if (meeting.password != null) {
            secrets.add("passcode", meeting.password);
            secrets.add("pwd", meeting.encryptedPassword);
        }
    }

    private void keep(Meeting meeting) {
        meetings.put(meeting.id, meeting);
        idsByUuid.put(meeting.uuid, meeting.id);
        byHost.computeIfAbsent(meeting.hostId, host -> new ConcurrentLinkedQueue<>())
                .add(meeting);
    }

    private long newId() {
        while (true) {
            var id = Dice.between(80_000_000_000L, 90_000_000_000L);
            if (!meetings.containsKey(id)) {
                return id;
            }
        }
    }

    private static Meeting.Guest hostAsGuest(ZoomUser host) {
        return new Meeting.Guest(host.id(), host.displayName(), false);
    }

    static String zoneOf(ZoomUser host) {
        return host.timezone() == null || host.timezone().isEmpty() ? "UTC" : host.timezone();
    }
}
