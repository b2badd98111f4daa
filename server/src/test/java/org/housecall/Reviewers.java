package org.housecall;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Zoom's reviewers in the sample clinic of an app's owner. Who they are they read off the release notes. */
public final class Reviewers {

    private static final Pattern ACCOUNT = Pattern.compile("(?m)^(.+): (\\S+@\\S+), password (\\S+)$");

    /** What the release notes say of one account. */
    public record SignIn(String email, String password) {}

    private final Api owner;
    private final String path;
    public final String sampleId;

    private Reviewers(Api owner, String path, String sampleId) {
        this.owner = owner;
        this.path = path;
        this.sampleId = sampleId;
    }

    /** Has the owner's admin let them in; the path is that of the owner's marketplace. */
    public static Reviewers letIn(Api owner, String marketplace) {
        String path = marketplace + "/reviewer-access";
        Api.Answer opened = owner.post(path, null);
        if (opened.status() != 200) {
            throw new AssertionError(opened.toString());
        }
        return new Reviewers(owner, path, opened.text("sampleClinicId"));
    }

    public Api.Answer access() {
        return owner.get(path);
    }

    public void renewPasswords() {
        owner.post(path + "/passwords", null);
    }

    public Api.Answer withdraw() {
        return owner.delete(path);
    }

    public String releaseNotes() {
        return owner.get(path + "/release-notes").text("text");
    }

    /** By the names in the release notes. */
    public Map<String, SignIn> signIns() {
        Map<String, SignIn> found = new LinkedHashMap<>();
        ACCOUNT.matcher(releaseNotes())
                .results()
                .forEach((MatchResult it) -> found.put(it.group(1), new SignIn(it.group(2), it.group(3))));
        return found;
    }

    public SignIn signIn(String name) {
        SignIn signIn = signIns().get(name);
        if (signIn == null) {
            throw new AssertionError("The release notes name no " + name);
        }
        return signIn;
    }

    public Api doctor() {
        return as("Sample doctor");
    }

    public Api secondDoctor() {
        return as("Second sample doctor");
    }

    public Api patient() {
        return as("Sample patient");
    }

    public Api as(String name) {
        SignIn signIn = signIn(name);
        return TestServer.nobody().signIn(signIn.email(), signIn.password());
    }

    public String path(String rest) {
        return "/api/v1/clinics/" + sampleId + "/" + rest;
    }

    public String doctorId(Api doctor) {
        return doctor.get(path("me")).text("doctorId");
    }

    /** The doctor's visits, by start. */
    public Iterable<JsonNode> visits(Api doctor) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return doctor.get(path("appointments?limit=500&from=" + today.minusDays(2) + "&to=" + today.plusDays(3)))
                .json()
                .path("items");
    }

    public long liveVisits(Api doctor) {
        return StreamSupport.stream(visits(doctor).spliterator(), false)
                .filter(visit -> visit.path("status").asString("").equals("BOOKED"))
                .count();
    }
}
