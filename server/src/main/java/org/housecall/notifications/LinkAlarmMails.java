package org.housecall.notifications;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.housecall.access.Role;
import org.housecall.appointments.Appointment;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Patient;
import org.housecall.clinics.Patients;
import org.housecall.clinics.Staff;
import org.housecall.clinics.StaffMember;
import org.housecall.meetings.LinkAlarm;
import org.housecall.meetings.MeetingWords;
import org.housecall.meetings.VideoRules;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.PlatformSettings;
import org.housecall.visits.VisitLinks;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells the front desk of visits that begin soon without a working link, and patients what to do instead. */
@Component
class LinkAlarmMails {

    /** Afterwards the visit is over, or there is a link. */
    private static final Duration USEFUL = Duration.ofHours(24);

    private final Mails mails;
    private final Clinics clinics;
    private final Staff staff;
    private final Patients patients;
    private final MeetingWords words;
    private final VisitLinks links;
    private final MessageSource messages;
    private final PlatformSettings settings;

    LinkAlarmMails(
            Mails mails,
            Clinics clinics,
            Staff staff,
            Patients patients,
            MeetingWords words,
            VisitLinks links,
            MessageSource messages,
            PlatformSettings settings) {
        this.mails = mails;
        this.clinics = clinics;
        this.staff = staff;
        this.patients = patients;
        this.words = words;
        this.links = links;
        this.messages = messages;
        this.settings = settings;
    }

    @EventListener
    void on(LinkAlarm.Raised raised) {
        Clinic clinic = clinics.current();
        String visits =
                raised.visits().stream().map(visit -> line(visit, clinic)).collect(Collectors.joining("\n"));
        boolean lastHour = raised.visits().stream().anyMatch(LinkAlarm::lastHour);
        String page =
                settings.url("/clinics/" + CurrentClinic.id() + "/meetings").toString();
        for (String address : desk(clinic)) {
            mails.send(
                    address,
                    USEFUL,
                    lastHour ? "notifications.link-alarm.hour" : "notifications.link-alarm.day",
                    "notifications.link-alarm.text",
                    clinic.name(),
                    visits,
                    page);
        }
    }

    /** No patient's name: the mailbox may be anybody's. */
    private String line(LinkAlarm visit, Clinic clinic) {
        String when = MeetingMails.when(visit.start(), clinic.timeZone());
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        var problem = words.words(visit.problem());
        LocaleContextHolder.resetLocaleContext();
        return problem == null
                ? text("line", when, visit.doctorName())
                : text("line-problem", when, visit.doctorName(), problem.title());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage("notifications.link-alarm." + key, arguments, Locale.ENGLISH);
    }

    /** The clinic's own address; where it names none, those who work at the front desk. */
    private List<String> desk(Clinic clinic) {
        return clinic.contact().email() != null
                ? List.of(clinic.contact().email())
                : Stream.of(Role.RECEPTIONIST, Role.CLINIC_ADMIN)
                        .flatMap(role -> staff.with(role).stream())
                        .filter(member -> member.active() && !member.left())
                        .map(StaffMember::email)
                        .distinct()
                        .toList();
    }

    @EventListener
    void on(LinkAlarm.FallbackWanted wanted) {
        Appointment visit = wanted.appointment();
        Clinic clinic = clinics.current();
        Patient patient = patients.find(visit.patientId()).orElseThrow();
        mails.send(
                Objects.requireNonNull(patient.mailAddress()),
                USEFUL,
                "notifications.fallback.subject",
                "notifications.fallback.text",
                patient.name(),
                clinic.name(),
                visit.doctorName(),
                MeetingMails.when(visit.start(), MeetingMails.zoneOf(patient, clinic)),
                ways(wanted.fallback()),
                links.of(visit.id()).toString());
    }

    private String ways(VideoRules.Fallback fallback) {
        return Stream.of(way("phone", fallback.phone()), way("link", fallback.link()), fallback.words())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private @org.jspecify.annotations.Nullable String way(
            String kind, @org.jspecify.annotations.Nullable String value) {
        return value == null
                ? null
                : messages.getMessage("notifications.fallback." + kind, new Object[] {value}, Locale.ENGLISH);
    }
}
