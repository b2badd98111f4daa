package org.housecall.zoom;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.meetings.MeetingProblem;
import org.housecall.meetings.VideoProvider;
import org.housecall.zoom.Errand.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Meetings at Zoom. */
@Service
class ZoomMeetings implements VideoProvider {

    /** Says nothing about patient or complaint: it is seen in the host's calendar and in notifications. */
    private static final String TOPIC = "Video visit";

    private static final int SCHEDULED = 2;
    private static final int MOST_PAGES = 20;

    /** Short, so that a dead node's hosts are soon written to again; a call that outlasts it risks a 429 and no more. */
    private static final Duration WRITING = Duration.ofSeconds(25);

    private static final Errand READ = Errand.soon(Operation.READ);
    private static final Errand LIST = Errand.soon(Operation.LIST);
    private static final Errand DELETE = new Errand(Operation.DELETE, Errand.Urgency.LATER);

    private final ZoomApps apps;
    private final Connections connections;
    private final MappedUsers mappedUsers;
    private final Doctors doctors;
    private final HostAccess access;
    private final ZoomBudgets budgets;
    private final ZoomClient zoom;
    private final ZoomHosts hosts;
    private final Leases leases;
    private final Clock clock;

    ZoomMeetings(
            ZoomApps apps,
            Connections connections,
            MappedUsers mappedUsers,
            Doctors doctors,
            HostAccess access,
            ZoomBudgets budgets,
            ZoomClient zoom,
            ZoomHosts hosts,
            Leases leases,
            Clock clock) {
        this.apps = apps;
        this.connections = connections;
        this.mappedUsers = mappedUsers;
        this.doctors = doctors;
        this.access = access;
        this.budgets = budgets;
        this.zoom = zoom;
        this.hosts = hosts;
        this.leases = leases;
        this.clock = clock;
    }

    @Override
    public Hosting hostFor(UUID doctorId) {
        Optional<Doctor> doctor = doctors.find(doctorId);
        if (doctor.map(Doctor::left).orElse(false)) {
            return new Hosting.Nobody(MeetingProblem.DOCTOR_LEFT);
        }
        Optional<ZoomApp> general = apps.effective(ZoomApp.Kind.GENERAL);
        Optional<ZoomApp> serverToServer = apps.effective(ZoomApp.Kind.SERVER_TO_SERVER);
        Optional<Connection> connection = general.flatMap(
                app -> doctor.map(Doctor::accountId).flatMap(accountId -> connections.of(app.id(), accountId)));
        if (connection.isPresent() && connection.get().problem() == null) {
            return new Hosting.By(new ZoomHost.Connected(connection.get().id()).asHost());
        }
        return serverToServer
                .flatMap(app -> mappedUsers.of(doctorId).map(user -> new ZoomHost.Mapped(app.id(), user)))
                .<Hosting>map(mapped -> new Hosting.By(mapped.asHost()))
                .orElseGet(() -> new Hosting.Nobody(
                        general.isEmpty() && serverToServer.isEmpty()
                                ? MeetingProblem.NO_APP
                                : connection.map(Connection::problem).orElse(MeetingProblem.NO_CONNECTION)));
    }

    @Override
    public Answer create(Host host, Wish wish, String marker) {
        Map<String, Object> meeting = desired(wish);
        meeting.put("topic", TOPIC + " " + marker);
        meeting.put("agenda", "");
        meeting.put("type", SCHEDULED);
        meeting.put("default_password", true); // made by the account's own rules, which one of ours might break
        Errand errand = Errand.forVisit(Operation.CREATE, wish.start(), clock.instant());
        return writing(host, errand, zoomHost -> switch (call(
                zoomHost, errand, token -> zoom.create(token, HostAccess.user(zoomHost), meeting))) {
            case ZoomAnswer.Done(var body) -> created(zoomHost, body);
            case ZoomAnswer.Lost() -> new Answer.Unknown();
            case ZoomAnswer.NoSuchMeeting(), ZoomAnswer.Over(), ZoomAnswer.Inaccessible() ->
                new Answer.Refused(MeetingProblem.REFUSED);
            case ZoomAnswer.Failure failure -> answer(failure);
        });
    }

    private Answer created(ZoomHost host, JsonNode body) {
        if (Fields.text(body, "id") == null || Fields.text(body, "join_url") == null) {
            return new Answer.Unknown(); // it says done, and not what
        }
        Optional<Room> room = room(body);
        if (room.isEmpty()) {
            call(
                    host,
                    Errand.now(Operation.DELETE),
                    token -> zoom.delete(token, String.valueOf(Fields.text(body, "id"))));
            return new Answer.Refused(MeetingProblem.REFUSED); // a link that does not lead to Zoom is handed to nobody
        }
        return new Answer.There(room.get());
    }

    @Override
    public Answer read(Host host, String ref) {
        return read(ZoomHost.of(host), ref);
    }

    private Answer read(ZoomHost host, String ref) {
        return switch (call(host, READ, token -> zoom.read(token, ref))) {
            case ZoomAnswer.Done(var body) -> there(body);
            case ZoomAnswer.Failure failure -> answer(failure);
        };
    }

    @Override
    public Answer update(Host host, String ref, Wish wish) {
        // No topic: a doctor may have changed it in Zoom, and keeps it.
        Map<String, Object> changes = desired(wish);
        Errand errand = Errand.forVisit(Operation.UPDATE, wish.start(), clock.instant());
        return writing(
                host, errand, zoomHost -> switch (call(zoomHost, errand, token -> zoom.update(token, ref, changes))) {
                    // Zoom answers 204 also to what it ignores: a start in the past, a locked setting.
                    case ZoomAnswer.Done _ -> read(zoomHost, ref);
                    case ZoomAnswer.Failure failure -> answer(failure);
                });
    }

    @Override
    public Answer delete(Host host, String ref) {
        return writing(host, DELETE, zoomHost -> switch (call(zoomHost, DELETE, token -> zoom.delete(token, ref))) {
            case ZoomAnswer.Done _ -> new Answer.Gone();
            case ZoomAnswer.Failure failure -> answer(failure);
        });
    }

    @Override
    public Answer find(Host host, String marker) {
        ZoomHost zoomHost = ZoomHost.of(host);
        return access.mayList(zoomHost) ? find(zoomHost, marker) : new Answer.Unknown();
    }

    private Answer find(ZoomHost host, String marker) {
        String page = "";
        for (int read = 0; read < MOST_PAGES; read++) {
            String name = page;
            switch (access.call(host, LIST, token -> zoom.list(token, HostAccess.user(host), name))) {
                case ZoomAnswer.Done(var body) -> {
                    Optional<String> found = ending(body, marker);
                    if (found.isPresent()) {
                        return read(host, found.get());
                    }
                    page = Optional.ofNullable(Fields.text(body, "next_page_token"))
                            .orElse("");
                }
                case ZoomAnswer.ScopesMissing() -> {
                    return new Answer.Unknown();
                }
                case ZoomAnswer.Failure failure -> {
                    return answer(failure);
                }
            }
            if (page.isEmpty()) {
                return new Answer.Gone();
            }
        }
        return new Answer.Unknown();
    }

    private static Optional<String> ending(JsonNode list, String marker) {
        for (JsonNode meeting : list.path("meetings")) {
            String topic = Fields.text(meeting, "topic");
            if (topic != null && topic.strip().endsWith(marker)) {
                return Optional.ofNullable(Fields.text(meeting, "id"));
            }
        }
        return Optional.empty();
    }

    @Override
    public StartLink startLink(Host host, String ref) {
        return switch (call(ZoomHost.of(host), Errand.now(Operation.READ), token -> zoom.read(token, ref))) {
            case ZoomAnswer.Done(var body) ->
                hosts.link(Fields.text(body, "start_url"))
                        .<StartLink>map(StartLink.Fresh::new)
                        .orElse(new StartLink.Unavailable(MeetingProblem.ZOOM_UNREACHABLE));
            case ZoomAnswer.Failure failure -> new StartLink.Unavailable(problem(failure));
        };
    }

    @Override
    public Optional<String> nameOf(Host host) {
        return switch (ZoomHost.of(host)) {
            case ZoomHost.Connected(var id) -> connections.find(id).flatMap(connections::zoomEmail);
            case ZoomHost.Mapped(var _, var zoomUser) -> Optional.of(zoomUser);
        };
    }

    private ZoomAnswer call(ZoomHost host, Errand errand, Function<AccessToken, ZoomAnswer> call) {
        ZoomAnswer answer = access.call(host, errand, call);
        if (answer instanceof ZoomAnswer.ScopesMissing) {
            access.lacksScopes(host);
        }
        return answer;
    }

    /** Zoom answers 429 to concurrent writes on one user, so each host's are made one after another. */
    private Answer writing(Host host, Errand errand, Function<ZoomHost, Answer> write) {
        ZoomHost zoomHost = ZoomHost.of(host);
        Optional<ZoomAnswer.Failure> hindrance = budgets.hindrance(zoomHost, errand);
        if (hindrance.isPresent()) {
            return answer(hindrance.get());
        }
        Optional<Leases.Lease> lease = leases.claim("host:" + host.key(), WRITING);
        if (lease.isEmpty()) {
            long millis = ThreadLocalRandom.current().nextLong(150, 450);
            return new Answer.Later(clock.instant().plusMillis(millis), null);
        }
        try (Leases.Lease _ = lease.get()) {
            return write.apply(zoomHost);
        }
    }

    /** What each failure means for a meeting. A lost create and a few refused ones mean something else, and say so there. */
    private Answer answer(ZoomAnswer.Failure failure) {
        Supplier<Instant> soon = () -> RetryTime.soon(clock.instant());
        return switch (failure) {
            case ZoomAnswer.NoSuchMeeting(), ZoomAnswer.Over(), ZoomAnswer.Inaccessible() -> new Answer.Gone();
            case ZoomAnswer.NotSent(), ZoomAnswer.Lost() -> new Answer.Later(soon.get(), problem(failure));
            case ZoomAnswer.TooFast(var until) -> new Answer.Later(until, problem(failure));
            case ZoomAnswer.DayIsFull(var until) -> new Answer.Later(until, problem(failure));
            case ZoomAnswer.AccountDayIsFull(var until) -> new Answer.Later(until, problem(failure));
            case ZoomAnswer.NotOurTurn(var until) -> new Answer.Later(until, null);
            case ZoomAnswer.InProgress() ->
                new Answer.Later(clock.instant().plus(5, ChronoUnit.MINUTES), problem(failure));
            case ZoomAnswer.AppRefused() ->
                new Answer.Later(clock.instant().plus(5, ChronoUnit.MINUTES), problem(failure));
            case ZoomAnswer.TokenRefused(), ZoomAnswer.NotConnected _, ZoomAnswer.ScopesMissing() ->
                new Answer.Disconnected(problem(failure));
            case ZoomAnswer.HostUnusable(), ZoomAnswer.NotTheHost(), ZoomAnswer.Rejected() ->
                new Answer.Refused(problem(failure));
        };
    }

    private static MeetingProblem problem(ZoomAnswer.Failure failure) {
        return switch (failure) {
            case ZoomAnswer.NotSent(), ZoomAnswer.Lost() -> MeetingProblem.ZOOM_UNREACHABLE;
            case ZoomAnswer.TooFast _, ZoomAnswer.NotOurTurn _ -> MeetingProblem.RATE_LIMITED;
            case ZoomAnswer.AccountDayIsFull _ -> MeetingProblem.ACCOUNT_DAILY_LIMIT;
            case ZoomAnswer.DayIsFull _ -> MeetingProblem.DAILY_LIMIT;
            case ZoomAnswer.TokenRefused() -> MeetingProblem.NEEDS_RECONNECT;
            case ZoomAnswer.NotConnected(var why) -> why;
            case ZoomAnswer.AppRefused() -> MeetingProblem.APP_REFUSED;
            case ZoomAnswer.ScopesMissing() -> MeetingProblem.MISSING_SCOPES;
            case ZoomAnswer.NoSuchMeeting(), ZoomAnswer.Over(), ZoomAnswer.Inaccessible() ->
                MeetingProblem.DELETED_IN_ZOOM;
            case ZoomAnswer.InProgress() -> MeetingProblem.IN_PROGRESS;
            case ZoomAnswer.HostUnusable(), ZoomAnswer.NotTheHost() -> MeetingProblem.HOST_UNUSABLE;
            case ZoomAnswer.Rejected() -> MeetingProblem.REFUSED;
        };
    }

    private static Map<String, Object> desired(Wish wish) {
        Map<String, Object> meeting = new LinkedHashMap<>();
        // An instant in UTC, so that no daylight saving moves it; without fraction or offset, which Zoom does not take.
        meeting.put(
                "start_time", DateTimeFormatter.ISO_INSTANT.format(wish.start().truncatedTo(ChronoUnit.SECONDS)));
        meeting.put("timezone", zone(wish));
        meeting.put("duration", wish.duration().toMinutes());
        meeting.put("settings", PrivacySettings.wanted());
        return meeting;
    }

    /** For display only. Zoom knows places and UTC; neither offsets nor the shorthands of old. */
    private static String zone(Wish wish) {
        String id = wish.zone().getId();
        return id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Pacific)/.+") ? id : "UTC";
    }

    private Answer there(JsonNode body) {
        if (Fields.text(body, "id") == null) {
            return new Answer.Later(RetryTime.soon(clock.instant()), MeetingProblem.ZOOM_UNREACHABLE);
        }
        return room(body).<Answer>map(Answer.There::new).orElse(new Answer.Refused(MeetingProblem.REFUSED));
    }

    private Optional<Room> room(JsonNode body) {
        String ref = Fields.text(body, "id");
        Optional<URI> joinUrl = hosts.link(Fields.text(body, "join_url"));
        if (ref == null || joinUrl.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Room(
                ref,
                joinUrl.get(),
                Fields.text(body, "password"),
                start(body),
                Duration.ofMinutes(Fields.number(body, "duration").orElse(0)),
                PrivacySettings.differences(body),
                "started".equals(Fields.text(body, "status")),
                isRenamed(Fields.text(body, "topic"))));
    }

    private static boolean isRenamed(@Nullable String topic) {
        return topic != null && !topic.startsWith(TOPIC + " ");
    }

    private static @Nullable Instant start(JsonNode body) {
        String start = Fields.text(body, "start_time");
        try {
            return start == null || start.isEmpty() ? null : Instant.parse(start);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
