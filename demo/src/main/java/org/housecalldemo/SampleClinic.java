package org.housecalldemo;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.housecalldemo.People.Someone;
import tools.jackson.databind.JsonNode;

/** Sets up Harbour Street Clinic the way its people would: over the clinic's own HTTP interface, and by their mails. */
final class SampleClinic {

    static final String SLUG = "harbour-street";

    private final String address;
    private final Mailbox mailbox;
    private final SandboxApp zoom;
    private final ZoneId zone;
    private final Browser administrator;

    SampleClinic(String address, Mailbox mailbox, SandboxApp zoom, ZoneId zone) {
        this.address = address;
        this.mailbox = mailbox;
        this.zoom = zoom;
        this.zone = zone;
        this.administrator = new Browser(address).signIn(People.ADMINISTRATOR);
    }

    /** Sets the clinic up where there is none; one of an earlier demo is left as it is, and only introduced to the new Zoom. */
    void prepare() {
        zoom.welcome(People.DOCTORS);
        JsonNode clinics = administrator.get("/api/v1/clinics").path("items");
        if (clinics.isEmpty()) {
            setUp();
        } else {
            zoom.enterInto("/api/v1/clinics/" + clinics.path(0).path("id").asString(), administrator);
        }
    }

    private void setUp() {
        String clinic = "/api/v1/clinics/"
                + create(
                        "/api/v1/clinics",
                        Map.of("name", "Harbour Street Clinic", "slug", SLUG, "timeZone", zone.getId()),
                        administrator);
        Browser admin = inviteAndAccept(clinic + "/admins", People.CLINIC_ADMIN, administrator)
                .browser();
        Browser reception = inviteAndAccept(clinic + "/receptionists", People.RECEPTIONIST, admin)
                .browser();
        List<Doctor> doctors = People.DOCTORS.stream()
                .map(someone -> inviteAndAccept(clinic + "/doctors", someone, admin))
                .toList();
        doctors.forEach(doctor -> admin.put(clinic + "/doctors/" + doctor.id() + "/availability", hours(doctor)));

        Services services = services(clinic, admin, doctors);
        List<String> patients = People.PATIENTS.stream()
                .map(someone -> create(
                        clinic + "/patients",
                        Map.of("name", someone.name(), "email", someone.email(), "timeZone", zone.getId()),
                        reception))
                .toList();

        zoom.enterInto(clinic, admin);
        zoom.connect(clinic, doctors.get(1).id(), doctors.get(1).browser(), People.CONNECTED_DOCTOR);
        new Diary(clinic, reception, zone, patients).fill(services, doctors);
    }

    private Doctor inviteAndAccept(String path, Someone someone, Browser by) {
        String id = create(path, Map.of("name", someone.name(), "email", someone.email()), by);
        String link = mailbox.awaitLink(someone.email(), "/accept-invitation?token=");
        Browser browser = new Browser(address);
        browser.get("/api/v1/invitations/" + token(link)); // as the page does that the link opens
        browser.post("/api/v1/invitations/" + token(link), Map.of("password", People.PASSWORD));
        return new Doctor(id, someone, browser.signIn(someone));
    }

    private static String token(String link) {
        return link.substring(link.indexOf("token=") + "token=".length());
    }

    private static Services services(String clinic, Browser admin, List<Doctor> doctors) {
        List<String> all = doctors.stream().map(Doctor::id).toList();
        return new Services(
                service(clinic, admin, "Video consultation", "VIDEO", 30, all),
                service(clinic, admin, "Follow-up video", "VIDEO", 15, all),
                service(clinic, admin, "In-person check", "IN_PERSON", 30, all.subList(0, 2)));
    }

    private static String service(
            String clinic, Browser admin, String name, String mode, int minutes, List<String> doctors) {
        return create(
                clinic + "/services",
                Map.of("name", name, "mode", mode, "durationMinutes", minutes, "doctorIds", doctors),
                admin);
    }

    private static Map<String, Object> hours(Doctor doctor) {
        boolean onCall = doctor.someone().equals(People.ON_CALL_DOCTOR);
        List<Map<String, String>> weekly = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (onCall) {
                weekly.add(Map.of("day", day.name(), "from", "00:00", "to", "00:00"));
            } else if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
                weekly.add(Map.of("day", day.name(), "from", "08:00", "to", "18:00"));
            }
        }
        return Map.of("weekly", weekly, "exceptions", List.of());
    }

    private static String create(String path, Map<String, Object> body, Browser by) {
        return by.post(path, body).path("id").asString();
    }

    /** A person of the clinic with the id of their record and a signed-in browser. */
    record Doctor(String id, Someone someone, Browser browser) {}

    record Services(String consultation, String followUp, String inPerson) {}
}
