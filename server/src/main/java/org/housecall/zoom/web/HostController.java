package org.housecall.zoom.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.appointments.MeetingSummaries.ProblemWords;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.meetings.MeetingWords;
import org.housecall.platform.Problem;
import org.housecall.zoom.Connection;
import org.housecall.zoom.Connections;
import org.housecall.zoom.HostCheckUp;
import org.housecall.zoom.HostFindings;
import org.housecall.zoom.MappedUsers;
import org.housecall.zoom.UserLookUp;
import org.housecall.zoom.ZoomApp;
import org.housecall.zoom.ZoomApps;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who hosts the video visits of a clinic's doctors, and what is amiss with it. */
@RestController
class HostController {

    private static final String OF_CLINIC = "/api/v1/clinics/{clinicId}/zoom";

    private final Doctors doctors;
    private final ZoomApps apps;
    private final Connections connections;
    private final MappedUsers users;
    private final HostFindings findings;
    private final HostCheckUp checkUp;
    private final UserLookUp lookUp;
    private final MeetingWords words;
    private final MessageSource messages;

    HostController(
            Doctors doctors,
            ZoomApps apps,
            Connections connections,
            MappedUsers users,
            HostFindings findings,
            HostCheckUp checkUp,
            UserLookUp lookUp,
            MeetingWords words,
            MessageSource messages) {
        this.doctors = doctors;
        this.apps = apps;
        this.connections = connections;
        this.users = users;
        this.findings = findings;
        this.checkUp = checkUp;
        this.lookUp = lookUp;
        this.words = words;
        this.messages = messages;
    }

    /** Every doctor, as Zoom knows them. */
    @Requires(Permission.VIEW_ZOOM_CONNECTION)
    @GetMapping(OF_CLINIC + "/hosts")
    Hosts hosts(@PathVariable UUID clinicId, Viewer viewer) {
        Optional<ZoomApp> app = apps.effective(ZoomApp.Kind.GENERAL);
        return new Hosts(doctors.all().stream()
                .filter(doctor -> !doctor.left() && mayKnow(viewer, clinicId, doctor))
                .map(doctor -> host(app, doctor))
                .toList());
    }

    private DoctorHost host(Optional<ZoomApp> app, Doctor doctor) {
        UUID accountId = doctor.accountId();
        Optional<Connection> connection =
                accountId == null ? Optional.empty() : app.flatMap(it -> connections.of(it.id(), accountId));
        Optional<MappedUsers.Mapped> mapped = users.mapped(doctor.id());
        boolean connected = connection
                .filter(it -> it.status() == Connection.Status.CONNECTED)
                .isPresent();
        Hosting hosting = connected
                ? Hosting.OWN
                : mapped.isPresent() ? Hosting.CLINICS : connection.isPresent() ? Hosting.LOST : Hosting.NONE;
        return new DoctorHost(
                doctor.id(),
                doctor.name(),
                hosting,
                switch (hosting) {
                    case OWN -> connection.map(Connection::basic).orElse(false);
                    case CLINICS -> mapped.map(MappedUsers.Mapped::basic).orElse(false);
                    case LOST, NONE -> false;
                },
                connection.map(Connection::problem).map(words::words).orElse(null),
                switch (hosting) {
                    case OWN -> connection.map(findings::of).orElse(List.of());
                    case CLINICS -> mapped.map(findings::of).orElse(List.of());
                    case LOST, NONE -> List.of();
                });
    }

    /** Whom an id or address names in the clinic's own Zoom account. */
    @Requires(Permission.MAP_ZOOM_USER)
    @PostMapping(OF_CLINIC + "/users/look-up")
    ZoomPerson lookUp(@PathVariable UUID clinicId, @Valid @RequestBody ZoomName name, Locale locale) {
        UserLookUp.Person person = lookUp.lookUp(name.zoomUser().strip());
        return new ZoomPerson(
                person.id(),
                person.email(),
                person.name(),
                Licence.of(person),
                person.warnings().stream()
                        .map(it -> messages.getMessage("zoom.user.warning." + it.name(), null, locale))
                        .toList());
    }

    /** Has the user whom a doctor is mapped to tried out once more, as after a change at Zoom. */
    @Requires(Permission.MAP_ZOOM_USER)
    @PostMapping("/api/v1/clinics/{clinicId}/doctors/{doctorId}/zoom/user/check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void check(@PathVariable UUID clinicId, @PathVariable UUID doctorId) {
        MappedUsers.Mapped user = users.mapped(doctorId).orElseThrow(Problem::notFound);
        if (!findings.lookAgain(user)) {
            throw new Problem(HttpStatus.CONFLICT, "zoom-user-not-asked");
        }
    }

    /** Whose video visits of tomorrow will not work as things stand. */
    @Requires(Permission.VIEW_ZOOM_CONNECTION)
    @GetMapping(OF_CLINIC + "/tomorrow")
    Tomorrow tomorrow(@PathVariable UUID clinicId, Viewer viewer) {
        return new Tomorrow(
                checkUp.tomorrow(),
                checkUp.troubles().stream()
                        .filter(trouble -> mayKnow(viewer, clinicId, trouble.doctor()))
                        .map(trouble -> new UnreadyDoctor(
                                trouble.doctor().id(),
                                trouble.doctor().name(),
                                trouble.visits(),
                                words.words(trouble.problem())))
                        .toList());
    }

    private static boolean mayKnow(Viewer viewer, UUID clinicId, Doctor doctor) {
        return viewer.seesAll(clinicId) || viewer.accountId().equals(doctor.accountId());
    }

    record ZoomName(@NotBlank @Size(max = 320) String zoomUser) {}

    /** As Zoom calls them; OTHER where Zoom does not say, or says something else. */
    enum Licence {
        BASIC,
        LICENSED,
        OTHER;

        static Licence of(UserLookUp.Person person) {
            if (person.basic()) {
                return BASIC;
            }
            return person.licensed() ? LICENSED : OTHER;
        }
    }

    record ZoomPerson(
            String id, @Nullable String email, @Nullable String name, Licence licence, List<String> warnings) {}

    record Hosts(List<DoctorHost> items) {}

    /** Own: a connection of the doctor's. Clinics: a user of the clinic's Zoom account. Lost: a connection that needs renewing. */
    enum Hosting {
        OWN,
        CLINICS,
        LOST,
        NONE
    }

    /** Basic: Zoom ends the meetings after 40 minutes. */
    record DoctorHost(
            UUID doctorId,
            String doctorName,
            Hosting hosting,
            boolean basic,
            @Nullable ProblemWords problem,
            List<ProblemWords> findings) {}

    record Tomorrow(LocalDate date, List<UnreadyDoctor> items) {}

    record UnreadyDoctor(
            UUID doctorId,
            String doctorName,
            int visits,
            @Nullable ProblemWords problem) {}
}
