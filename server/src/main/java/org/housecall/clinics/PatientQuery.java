package org.housecall.clinics;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody typed to find a patient, as a condition on {@code patient} or {@code patient_to_find}, called f. Every part has to fit: words are looked
 * for in name and e-mail address, figures are a phone number in whatever spelling, or a date of birth.
 */
final class PatientQuery {

    /** More words than anybody types would only cost time. */
    private static final int MOST_WORDS = 8;

    private static final List<DateTimeFormatter> DATES = Stream.of("uuuu-M-d", "d.M.uuuu", "d/M/uuuu", "M/d/uuuu")
            .map(it -> DateTimeFormatter.ofPattern(it, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private PatientQuery() {}

    static PatientQuery of(String typed) {
        PatientQuery query = new PatientQuery();
        StringBuilder figures = new StringBuilder();
        Stream.of(typed.strip().split("\\s+"))
                .filter(part -> !part.isEmpty())
                .limit(MOST_WORDS)
                .forEach(part -> {
                    Set<LocalDate> dates = dates(part);
                    if (!dates.isEmpty()) {
                        query.add("(f.birth_date in (:%1$s) or f.phone_digits like :%1$sDigits)", "date", dates);
                        query.parameters.put("date" + query.conditions.size() + "Digits", containing(digits(part)));
                    } else if (part.matches("[\\d+()/.-]*\\d[\\d+()/.-]*")) {
                        figures.append(part);
                    } else {
                        query.add("f.words like :%1$s", "word", containing(part.toLowerCase(Locale.ROOT)));
                    }
                });
        if (!figures.isEmpty()) {
            query.add("(f.phone_digits like :%1$s or f.words like :%1$sTyped)", "phone", containing(digits(figures)));
            query.parameters.put("phone" + query.conditions.size() + "Typed", containing(figures));
        }
        return query;
    }

    private void add(String condition, String name, Object value) {
        String parameter = name + (conditions.size() + 1);
        conditions.add(condition.formatted(parameter));
        parameters.put(parameter, value);
    }

    /** All that a date may mean where days and months are written in either order. */
    private static Set<LocalDate> dates(String text) {
        return DATES.stream()
                .flatMap(format -> {
                    try {
                        return Stream.of(LocalDate.parse(text, format));
                    } catch (DateTimeParseException e) {
                        return Stream.empty();
                    }
                })
                .filter(date -> date.getYear() > 0 && date.getYear() < 10_000)
                .collect(Collectors.toSet());
    }

    /** As the database's phone_digits: nobody knows which of the zeros that one dials first were written down. */
    private static String digits(CharSequence phone) {
        return phone.toString().replaceAll("\\D", "").replaceFirst("^0+", "");
    }

    private static String containing(CharSequence text) {
        return "%" + text.toString().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** True of every patient where nothing was typed. */
    String condition() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
