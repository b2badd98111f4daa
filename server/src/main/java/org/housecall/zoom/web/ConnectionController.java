package org.housecall.zoom.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Role;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointments;
import org.housecall.appointments.MeetingSummaries.ProblemWords;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.meetings.MeetingWords;
import org.housecall.platform.Problem;
import org.housecall.zoom.Connecting;
import org.housecall.zoom.Connection;
import org.housecall.zoom.Connections;
import org.housecall.zoom.Disconnecting;
import org.housecall.zoom.HostFindings;
import org.housecall.zoom.MappedUsers;
import org.housecall.zoom.Relinking;
import org.housecall.zoom.Relinks;
import org.housecall.zoom.UserMapping;
import org.housecall.zoom.ZoomApp;
import org.housecall.zoom.ZoomApps;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A doctor's connection with Zoom. */
@RestController
class ConnectionController {

    private static final String DOCTOR = "/api/v1/clinics/{clinicId}/doctors/{doctorId}/zoom";

    private final Doctors doctors;
    private final ZoomApps apps;
    private final Connections connections;
    private final Connecting connecting;
    private final Disconnecting disconnecting;
    private final Relinks relinks;
    private final Relinking relinking;
    private final HostFindings findings;
    private final MappedUsers users;
    private final UserMapping mapping;
    private final Appointments appointments;
    private final MeetingWords words;
    private final MessageSource messages;
    private final Clock clock;

    ConnectionController(
            Doctors doctors,
            ZoomApps apps,
            Connections connections,
            Connecting connecting,
            Disconnecting disconnecting,
            Relinks relinks,
            Relinking relinking,
            HostFindings findings,
            MappedUsers users,
            UserMapping mapping,
            Appointments appointments,
            MeetingWords words,
            MessageSource messages,
            Clock clock) {
        this.doctors = doctors;
        this.apps = apps;
        this.connections = connections;
        this.connecting = connecting;
        this.disconnecting = disconnecting;
        this.relinks = relinks;
        this.relinking = relinking;
        this.findings = findings;
        this.users = users;
        this.mapping = mapping;
        this.appointments = appointments;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    @Requires(Permission.VIEW_ZOOM_CONNECTION)
    @GetMapping(DOCTOR)
    ConnectionView show(@PathVariable UUID clinicId, @PathVariable UUID doctorId, Viewer viewer) {
        Doctor doctor = visible(viewer, clinicId, doctorId);
        Optional<ZoomApp> app = apps.effective(ZoomApp.Kind.GENERAL);
        UUID accountId = doctor.accountId();
        Optional<Connection> connection =
                accountId == null ? Optional.empty() : app.flatMap(it -> connections.of(it.id(), accountId));
        boolean own = viewer.accountId().equals(accountId);
        boolean personal = own || viewer.administrator() || viewer.has(Role.CLINIC_ADMIN, clinicId);
        return new ConnectionView(
                connection.map(it -> Status.of(it.status())).orElse(Status.DISCONNECTED),
                personal ? connection.flatMap(connections::zoomEmail).orElse(null) : null,
                personal ? connection.map(Connection::zoomAccountId).orElse(null) : null,
                connection.map(Connection::grantedScopes).orElse(null),
                connection.map(Connection::missingScopes).orElse(null),
                connection.map(Connection::problem).map(words::words).orElse(null),
                app.isPresent(),
                users.of(doctorId).orElse(null),
                users.mapped(doctorId).map(MappedUsers.Mapped::meetingsAtOnce).orElse(null),
                users.mapped(doctorId).flatMap(this::userCheck).orElse(null),
                appointments.liveVideoOf(doctorId, clock.instant()).size(),
                connected(connection).map(findings::of).orElse(List.of()),
                connected(connection).map(findings::known).orElse(false),
                own ? app.flatMap(it -> openRelink(it.id(), viewer.accountId())).orElse(null) : null,
                own && connected(connection).isEmpty()
                        ? app.flatMap(it -> connecting.unfinishedSince(it.id(), viewer.accountId()))
                                .orElse(null)
                        : null);
    }

    private static Optional<Connection> connected(Optional<Connection> connection) {
        return connection.filter(it -> it.status() == Connection.Status.CONNECTED);
    }

    private Optional<UserCheck> userCheck(MappedUsers.Mapped user) {
        return findings.known(user).map(known -> new UserCheck(known, findings.of(user)));
    }

    private Optional<OpenRelink> openRelink(UUID appId, UUID accountId) {
        return relinks.of(appId, accountId)
                .map(relink -> new OpenRelink(
                        relinks.zoomEmail(relink).orElse(null),
                        connections
                                .ofZoomUser(appId, relink.zoomUserId())
                                .flatMap(earlier -> doctors.ofAccount(earlier.accountId()))
                                .map(Doctor::name)
                                .orElse(null),
                        relink.expiresAt()));
    }

    /** Another account has the Zoom user that the doctor has authorized with: it is to be the doctor's from now on. */
    @Requires(Permission.CONNECT_ZOOM)
    @PostMapping(DOCTOR + "/relink")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void relink(@PathVariable UUID clinicId, @PathVariable UUID doctorId, Viewer viewer) {
        relinking.confirm(own(viewer, doctorId));
    }

    /** It stays whose it was. */
    @Requires(Permission.CONNECT_ZOOM)
    @DeleteMapping(DOCTOR + "/relink")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable UUID clinicId, @PathVariable UUID doctorId, Viewer viewer) {
        relinking.decline(own(viewer, doctorId));
    }

    /** Has the connected Zoom account looked at once more, as after a change there. */
    @Requires(Permission.CONNECT_ZOOM)
    @PostMapping(DOCTOR + "/check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void check(@PathVariable UUID clinicId, @PathVariable UUID doctorId, Viewer viewer) {
        UUID accountId = own(viewer, doctorId);
        apps.effective(ZoomApp.Kind.GENERAL)
                .flatMap(app -> connections.of(app.id(), accountId))
                .ifPresent(findings::lookAgain);
    }

    private UUID own(Viewer viewer, UUID doctorId) {
        Doctor doctor = doctors.find(doctorId).orElseThrow(Problem::notFound);
        if (!viewer.accountId().equals(doctor.accountId())) {
            throw Problem.forbidden(); // nobody can consent for somebody else's Zoom account
        }
        return viewer.accountId();
    }

    /** Begins an authorization; "add" is what the address of the page carried that Zoom's own Add button led to. */
    @Requires(Permission.CONNECT_ZOOM)
    @PostMapping(DOCTOR + "/authorize")
    Authorization authorize(
            @PathVariable UUID clinicId,
            @PathVariable UUID doctorId,
            @RequestParam(required = false) @Size(max = 500) @Nullable String add,
            Viewer viewer,
            HttpServletRequest request) {
        return new Authorization(connecting.authorizeUrl(own(viewer, doctorId), browserSession(request), add));
    }

    @Requires(Permission.DISCONNECT_ZOOM)
    @DeleteMapping(DOCTOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disconnect(
            @PathVariable UUID clinicId,
            @PathVariable UUID doctorId,
            @RequestParam(defaultValue = "false") boolean removeMeetings,
            Viewer viewer) {
        Doctor doctor = visible(viewer, clinicId, doctorId);
        if (doctor.accountId() != null) {
            disconnecting.disconnect(doctor.accountId(), removeMeetings);
        }
    }

    @Requires(Permission.MAP_ZOOM_USER)
    @PutMapping(DOCTOR + "/user")
    Mapping map(
            @PathVariable UUID clinicId,
            @PathVariable UUID doctorId,
            @Valid @RequestBody MappingChange change,
            Locale locale) {
        Doctor doctor = doctors.find(doctorId).orElseThrow(Problem::notFound);
        String zoomUser = change.zoomUser() == null || change.zoomUser().isBlank()
                ? null
                : change.zoomUser().strip();
        boolean checked = mapping.map(doctor, zoomUser, change.meetingsAtOnce() == null ? 1 : change.meetingsAtOnce());
        return new Mapping(
                zoomUser,
                checked,
                checked || zoomUser == null ? null : messages.getMessage("zoom.user.unchecked", null, locale));
    }

    private Doctor visible(Viewer viewer, UUID clinicId, UUID doctorId) {
        return doctors.find(doctorId)
                .filter(it -> viewer.seesAll(clinicId) || viewer.accountId().equals(it.accountId()))
                .orElseThrow(Problem::notFound);
    }

    /** Null where an API token asks: what is begun so is bound to the account alone. */
    static @Nullable String browserSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null || request.getHeader(HttpHeaders.AUTHORIZATION) != null ? null : session.getId();
    }

    record ConnectionView(
            Status status,
            @Nullable String zoomEmail,
            @Nullable String zoomAccountId,
            @Nullable Set<String> scopes,
            @Nullable Set<String> missingScopes,
            @Nullable ProblemWords problem,
            boolean appConfigured,
            @Nullable String zoomUser,
            @Nullable Integer meetingsAtOnce,
            @Nullable UserCheck userCheck,
            int upcomingMeetings,
            List<ProblemWords> findings,
            boolean checked,
            @Nullable OpenRelink relink,
            @Nullable Instant unfinishedSince) {}

    /** What a trial told about the user of the clinic's account whom the doctor is mapped to; nothing where no app is set up. */
    record UserCheck(boolean checked, List<ProblemWords> findings) {}

    /** What the doctor has to decide: the Zoom user is another account's. Who has it is named where it is a colleague. */
    record OpenRelink(@Nullable String zoomEmail, @Nullable String heldBy, Instant expiresAt) {}

    enum Status {
        DISCONNECTED,
        CONNECTED,
        NEEDS_RECONNECT;

        static Status of(Connection.Status status) {
            return switch (status) {
                case CONNECTED -> CONNECTED;
                case NEEDS_RECONNECT -> NEEDS_RECONNECT;
            };
        }
    }

    record Authorization(URI authorizeUrl) {}

    /** Meetings at once: 1 where it is left out; 2 for a licensed user whose settings allow it. */
    record MappingChange(
            @Nullable @Size(max = 320) String zoomUser,
            @Nullable @Min(1) @Max(2) Integer meetingsAtOnce) {}

    /** Checked: Zoom was asked, and knows the user. */
    record Mapping(
            @Nullable String zoomUser,
            boolean checked,
            @Nullable String message) {}
}
