package org.housecall.notifications;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.PatientMessages;
import org.housecall.appointments.PatientNotice;
import org.housecall.appointments.PatientNotice.Cancelled;
import org.housecall.appointments.PatientNotice.Late;
import org.housecall.appointments.PatientNotice.Moved;
import org.housecall.appointments.PatientNotice.OnTime;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Patient;
import org.housecall.clinics.Patients;
import org.housecall.visits.LinkRenewal;
import org.housecall.visits.VisitLinks;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells patients what becomes of their visits when the doctor is away or late, in the same words as the preview; and where they find them now. */
@Component
class VisitMails implements PatientMessages {

    /** After that, nobody needs to read how late a visit began. */
    private static final Duration NEWS_OF_THE_DAY = Duration.ofHours(2);

    private static final Duration USUALLY_USEFUL = Duration.ofDays(3);

    private final Mails mails;
    private final Patients patients;
    private final Clinics clinics;
    private final VisitLinks links;
    private final MessageSource messages;

    VisitMails(Mails mails, Patients patients, Clinics clinics, VisitLinks links, MessageSource messages) {
        this.mails = mails;
        this.patients = patients;
        this.clinics = clinics;
        this.links = links;
        this.messages = messages;
    }

    /** The visit page's link is left out: whoever has it can join. */
    @Override
    public PatientMessage preview(PatientNotice notice) {
        Patient patient = patientOf(notice);
        Mail.Letter letter = mails.letter(
                "", subject(notice), text(notice), words(notice, patient, words("notifications.visit.link-hidden")));
        return new PatientMessage(
                notice.appointment().id(),
                patient.name(),
                patient.mailAddress(),
                patient.phone(),
                letter.subject(),
                letter.text());
    }

    @EventListener
    void on(PatientNotice notice) {
        Patient patient = patientOf(notice);
        if (patient.mailAddress() == null) {
            return; // the clinic calls
        }
        Appointment visit = notice.appointment();
        String link = visit.isVideo() ? links.of(visit.id()).toString() : "";
        mails.send(patient.mailAddress(), useful(notice), subject(notice), text(notice), words(notice, patient, link));
    }

    /** One mail, however many visits. */
    @EventListener
    void on(LinkRenewal.Renewed renewed) {
        Patient patient = renewed.patient();
        if (patient.mailAddress() == null) {
            return; // the clinic passes them on
        }
        Clinic clinic = clinics.current();
        ZoneId zone = MeetingMails.zoneOf(patient, clinic);
        String visits = renewed.visits().stream()
                .map(visit -> words(
                        "notifications.visit-links.visit",
                        MeetingMails.when(visit.start(), zone),
                        visit.doctorName(),
                        links.of(visit.id()).toString()))
                .collect(Collectors.joining());
        mails.send(
                patient.mailAddress(),
                USUALLY_USEFUL,
                "notifications.visit-links.subject",
                "notifications.visit-links.text",
                patient.name(),
                clinic.name(),
                visits);
    }

    private Patient patientOf(PatientNotice notice) {
        return patients.find(notice.appointment().patientId()).orElseThrow();
    }

    private static Duration useful(PatientNotice notice) {
        return switch (notice) {
            case Late _, OnTime _ -> NEWS_OF_THE_DAY;
            case Moved _, Cancelled _ -> USUALLY_USEFUL;
        };
    }

    private static String subject(PatientNotice notice) {
        return switch (notice) {
            case Moved _ -> "notifications.visit-moved.subject";
            case Cancelled _ -> "notifications.visit-cancelled.subject";
            case Late _ -> "notifications.visit-late.subject";
            case OnTime _ -> "notifications.visit-on-time.subject";
        };
    }

    private static String text(PatientNotice notice) {
        return switch (notice) {
            case Moved moved
            when moved.start().equals(moved.appointment().start()) -> "notifications.visit-moved.doctor";
            case Moved moved
            when moved.doctorName().equals(moved.appointment().doctorName()) -> "notifications.visit-moved.time";
            case Moved _ -> "notifications.visit-moved.both";
            case Cancelled cancelled
            when cancelled.reason() == null || cancelled.reason().isBlank() ->
                "notifications.visit-cancelled.without-reason";
            case Cancelled _ -> "notifications.visit-cancelled.text";
            case Late _ -> "notifications.visit-late.text";
            case OnTime _ -> "notifications.visit-on-time.text";
        };
    }

    /** Name, clinic, doctor, when, link; then what is new. */
    private Object[] words(PatientNotice notice, Patient patient, String link) {
        Appointment visit = notice.appointment();
        Clinic clinic = clinics.current();
        ZoneId zone = MeetingMails.zoneOf(patient, clinic);
        String when = MeetingMails.when(visit.start(), zone);
        String way = visit.isVideo() ? words("notifications.visit.link", link) : "";
        return switch (notice) {
            case Moved moved ->
                words(patient, clinic, visit, when, way, moved.doctorName(), MeetingMails.when(moved.start(), zone));
            case Cancelled cancelled ->
                words(patient, clinic, visit, when, way, String.valueOf(cancelled.reason()), "");
            case Late late -> words(patient, clinic, visit, when, way, late.minutes(), clock(late, zone));
            case OnTime _ -> words(patient, clinic, visit, when, way, "", "");
        };
    }

    private static Object[] words(
            Patient patient, Clinic clinic, Appointment visit, String when, String way, Object news, String moreNews) {
        return new Object[] {patient.name(), clinic.name(), visit.doctorName(), when, way, news, moreNews};
    }

    private static String clock(Late late, ZoneId zone) {
        Instant expected = late.appointment().start().plus(Duration.ofMinutes(late.minutes()));
        return MeetingMails.time(expected, zone);
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
