package org.housecall.clinics.patients;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a file writes dates whose parts are divided by slashes; with the year first, or with dots, there is no doubt. */
public enum DateOrder {
    DAY_FIRST("d/M/uuuu"),
    MONTH_FIRST("M/d/uuuu");

    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/\\d{4}");

    @SuppressWarnings("ImmutableEnumChecker") // Stream.toList
    private final List<DateTimeFormatter> formats;

    DateOrder(String slashed) {
        formats = Stream.of("uuuu-M-d", "uuuu/M/d", "d.M.uuuu", "d-M-uuuu", slashed)
                .map(it -> DateTimeFormatter.ofPattern(it, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }

    /** The order in which all of the dates exist, if there is only one. */
    static DateOrder guess(List<String> dates) {
        for (String date : dates) {
            Matcher parts = SLASHED.matcher(date.strip());
            if (parts.matches() && Integer.parseInt(parts.group(2)) > 12) {
                return MONTH_FIRST;
            }
        }
        return DAY_FIRST;
    }

    Optional<LocalDate> read(String text) {
        return formats.stream().flatMap(format -> parsed(text, format)).findFirst();
    }

    private static Stream<LocalDate> parsed(String text, DateTimeFormatter format) {
        try {
            return Stream.of(LocalDate.parse(text, format));
        } catch (DateTimeParseException e) {
            return Stream.empty();
        }
    }
}
