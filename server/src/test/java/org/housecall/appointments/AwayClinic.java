package org.housecall.appointments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import tools.jackson.databind.JsonNode;

/** A clinic whose doctor is away for a day, with a colleague who offers the same service. */
final class AwayClinic {

    final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    final String doctorEmail = "away-" + UUID.randomUUID() + "@example.com";
    final String doctorId = clinic.addDoctor(doctorEmail);
    final String colleagueId = clinic.addDoctor("colleague-" + UUID.randomUUID() + "@example.com");
    final String serviceId = clinic.addService("VIDEO", doctorId, colleagueId);
    final Api desk = People.receptionist(clinic);

    /** The day of the absence. */
    final String day = clinic.start(3, 0).substring(0, 10);

    /** The day so many days after the absence begins. */
    String day(int after) {
        return clinic.start(3 + after, 0).substring(0, 10);
    }

    /** The doctor's free slots on the day of the absence. */
    List<JsonNode> slots() {
        return desk.get(clinic.path(
                        "slots?serviceId=" + serviceId + "&doctorId=" + doctorId + "&from=" + day + "&to=" + day))
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** The doctor's days that differ. */
    List<JsonNode> exceptions() {
        return desk.get(clinic.path("doctors/" + doctorId + "/availability"))
                .json()
                .path("exceptions")
                .valueStream()
                .toList();
    }

    /** The doctor leaves the clinic. */
    void leave() {
        if (clinic.administrator
                        .post(clinic.path("staff/" + doctorId + "/departure"), null)
                        .status()
                != 204) {
            throw new AssertionError("The doctor did not leave");
        }
    }

    /** A patient with an address of their own. */
    String patient() {
        return patient(Map.of("email", UUID.randomUUID() + "@example.com"));
    }

    String patient(Map<String, Object> details) {
        Map<String, Object> patient = new HashMap<>(details);
        patient.put("name", "Patient");
        return clinic.administrator.post(clinic.path("patients"), patient).id();
    }

    String emailOf(String patientId) {
        return clinic.administrator.get(clinic.path("patients/" + patientId)).text("email");
    }

    /** A visit on the day of the absence, so many half hours after noon. */
    String book(String doctor, String patient, int halfHours) {
        return book(doctor, patient, clinic.start(3, halfHours));
    }

    String book(String doctor, String patient, String start) {
        return clinic.administrator
                .post(
                        clinic.path("appointments"),
                        Map.of("doctorId", doctor, "serviceId", serviceId, "patientId", patient, "start", start))
                .id();
    }

    Api.Answer appointment(String id) {
        return clinic.administrator.get(clinic.path("appointments/" + id));
    }

    String path(String rest) {
        return clinic.path("doctors/" + doctorId + "/absence" + rest);
    }

    List<JsonNode> plan() {
        return desk.get(path("?date=" + day))
                .json()
                .path("visits")
                .valueStream()
                .toList();
    }

    /** The one visit of the plan. */
    JsonNode planned(String id) {
        return plan().stream()
                .filter(visit -> visit.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Map<String, Object> decision(Object... choices) {
        return Map.of("timeOff", Map.of("date", day, "reason", "a conference"), "choices", List.of(choices));
    }

    static Map<String, Object> move(String id, Map<String, Object> to) {
        Map<String, Object> choice = new HashMap<>(to);
        choice.put("action", "MOVE");
        return choice(id, choice);
    }

    static Map<String, Object> cancel(String id, String reason) {
        return choice(id, Map.of("action", "CANCEL", "reason", reason));
    }

    private static Map<String, Object> choice(String id, Map<String, Object> what) {
        Map<String, Object> choice = new HashMap<>(what);
        choice.put("appointmentId", id);
        choice.put("version", 1);
        return choice;
    }

    List<String> results(Map<String, Object> decision) {
        Api.Answer answer = desk.post(path(""), decision);
        List<String> results = new ArrayList<>();
        answer.json().path("items").forEach(it -> results.add(it.path("result").asString()));
        return results;
    }

    int mailsTo(String patientId) {
        return People.mailsTo(emailOf(patientId)).size();
    }
}
