package org.housecall.appointments;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointments.Criteria;
import org.housecall.platform.CurrentClinic;

/**
 * What a search for appointments is narrowed to. Only what is asked for becomes a condition: PostgreSQL plans one that
 * may or may not count as if it did not, and then reads the whole clinic for a day.
 */
final class Conditions {

    /** More would hardly find more. */
    private static final int MOST_WORDS = 8;

    /** What patients call the service is all that they can find it by. */
    private static final String SEARCHED_BY_PATIENTS =
            "concat_ws(' ', p.name, p.email, p.phone, coalesce(s.public_name, s.name), d.name, a.cancel_reason)";

    private static final String SEARCHED_BY_STAFF =
            "concat_ws(' ', p.name, p.email, p.phone, s.name, s.public_name, d.name, a.cancel_reason)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private Conditions() {}

    static Conditions of(Viewer viewer, Criteria criteria) {
        Conditions conditions = new Conditions();
        conditions.narrow(criteria);
        if (!viewer.seesAll(CurrentClinic.id())) {
            conditions.add(Appointments.OWN, "viewer", viewer.accountId());
        }
        if (criteria.text() != null) {
            conditions.find(criteria.text(), viewer.worksIn(CurrentClinic.id()));
        }
        return conditions;
    }

    String where() {
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }

    private void narrow(Criteria criteria) {
        if (criteria.from() != null) {
            add("a.starts_at >= :from", "from", utc(criteria.from()));
        }
        if (criteria.to() != null) {
            add("a.starts_at < :to", "to", utc(criteria.to()));
        }
        if (!criteria.doctorIds().isEmpty()) {
            add("a.doctor_id = any(:doctors)", "doctors", criteria.doctorIds().toArray(UUID[]::new));
        }
        if (criteria.patientId() != null) {
            add("a.patient_id = :patient", "patient", criteria.patientId());
        }
        if (!criteria.statuses().isEmpty()) {
            Stream<String> names = criteria.statuses().stream().map(Enum::name);
            add("a.status = any(:statuses)", "statuses", names.toArray(String[]::new));
        }
        if (criteria.serviceId() != null) {
            add("a.service_id = :service", "service", criteria.serviceId());
        }
        if (criteria.mode() != null) {
            add("a.mode = :mode", "mode", criteria.mode().name());
        }
        if (criteria.after() != null) {
            String last = "(select c.starts_at, c.id from appointment c where c.id = :after)";
            add("(a.starts_at, a.id) > " + last, "after", criteria.after());
        }
    }

    /** A phone number is found however its digits are grouped. */
    private void find(String text, boolean staff) {
        String searched = staff ? SEARCHED_BY_STAFF : SEARCHED_BY_PATIENTS;
        if (text.matches("[\\d\\s+()/.-]*\\d[\\d\\s+()/.-]*")) {
            String digits = text.replaceAll("\\D", "");
            add("regexp_replace(p.phone, '\\D', '', 'g') like :digits", "digits", "%" + digits + "%");
            return;
        }
        List<String> words = Stream.of(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        for (int i = 0; i < words.size(); i++) {
            String pattern = "%" + words.get(i).replaceAll("([\\\\%_])", "\\\\$1") + "%";
            add(searched + " ilike :word" + i, "word" + i, pattern);
        }
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    private static Object utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
