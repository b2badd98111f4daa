package org.housecalldemo;

import java.util.ArrayList;
import java.util.List;

/** What a newcomer reads when all is there: where to go, and as whom. */
record Signpost(String clinic, String mailbox, String zoom) {

    private static final int LABEL = 17;

    /** The addresses that it sends people to. */
    List<String> addresses() {
        return List.of(clinic, booking(), mailbox, zoom, api());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("", "  Open"));
        lines.add(line("Clinic", clinic));
        lines.add(line("Public booking", booking()));
        lines.add(line("Mailbox", mailbox + "   every mail the clinic sends"));
        lines.add(line("Zoom sandbox", zoom + "   in place of Zoom"));
        lines.add(line("API", api()));
        lines.addAll(List.of("", "  Sign in, always with the password " + People.PASSWORD));
        lines.add(line("Clinic admin", People.CLINIC_ADMIN.email()));
        lines.add(line("Receptionist", People.RECEPTIONIST.email()));
        lines.add(line("Doctor", People.FIRST_DOCTOR.email() + "   not connected to Zoom yet"));
        lines.add(line("Doctor", People.CONNECTED_DOCTOR.email() + "   connected"));
        lines.add(line("Doctor on call", People.ON_CALL_DOCTOR.email() + "   the next visit begins in minutes"));
        lines.add(line("Administrator", People.ADMINISTRATOR.email()));
        lines.add(line("Patient", People.PATIENTS.getFirst().email() + "   by a mailed link, without password"));
        return lines;
    }

    private String booking() {
        return clinic + "/book/" + SampleClinic.SLUG;
    }

    private String api() {
        return clinic + "/api/v1/openapi.json";
    }

    private static String line(String label, String text) {
        return "    " + label + " ".repeat(LABEL - label.length()) + text;
    }
}
