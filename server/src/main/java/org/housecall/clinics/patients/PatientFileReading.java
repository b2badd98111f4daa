package org.housecall.clinics.patients;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.housecall.clinics.patients.ImportedRow.Wrong;
import org.housecall.platform.Problem;
import org.housecall.platform.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reads what a file says of patients, and says of each row that cannot be kept why. */
@Component
class PatientFileReading {

    private final Validator validator;
    private final MessageSource messages;

    PatientFileReading(Validator validator, MessageSource messages) {
        this.validator = validator;
        this.messages = messages;
    }

    /** What the columns hold: as it is given, or else as their headings say. */
    static List<Column> columns(PatientFile file, @Nullable List<Column> given) {
        if (given == null) {
            return file.headings().stream().map(Column::guess).toList();
        }
        if (given.size() != file.headings().size()
                || given.stream().filter(it -> it != Column.IGNORED).distinct().count()
                        != given.stream().filter(it -> it != Column.IGNORED).count()) {
            throw Problem.invalid("columns", "clinics.import.columns");
        }
        return given;
    }

    static DateOrder dateOrder(PatientFile file, List<Column> columns, @Nullable DateOrder given) {
        int place = columns.indexOf(Column.BIRTH_DATE);
        return given != null || place < 0
                ? Objects.requireNonNullElse(given, DateOrder.DAY_FIRST)
                : DateOrder.guess(file.rows().stream()
                        .filter(row -> row.fields().size() > place)
                        .map(row -> row.fields().get(place))
                        .toList());
    }

    List<ImportedRow> rows(PatientFile file, List<Column> columns, DateOrder order, LocalDate today) {
        return file.rows().stream().map(row -> row(row, columns, order, today)).toList();
    }

    private ImportedRow row(PatientFile.Row row, List<Column> columns, DateOrder order, LocalDate today) {
        Map<Column, String> values = values(row, columns);
        List<Wrong> wrong = new ArrayList<>();
        values.forEach((column, value) -> {
            if (value.indexOf('\0') >= 0) {
                wrong.add(wrong(column, "clinics.import.text"));
            }
        });
        String birth = values.get(Column.BIRTH_DATE);
        LocalDate birthDate = birth == null ? null : order.read(birth).orElse(null);
        if (birth != null && birthDate == null) {
            wrong.add(wrong(Column.BIRTH_DATE, "clinics.import.date"));
        }
        PatientDetails details = details(values, birthDate).tidy();
        for (ConstraintViolation<PatientDetails> violation : validator.validate(details)) {
            wrong.add(new Wrong(columnOf(violation.getPropertyPath().toString(), columns), violation.getMessage()));
        }
        for (FieldError error : details.wrongOn(today)) {
            wrong.add(wrong(columnOf(error.field(), columns), error.messageKey()));
        }
        if (!details.isReachableByItself()) {
            wrong.add(wrong(Column.EMAIL, "clinics.patient.reachable"));
        }
        return new ImportedRow(row.line(), wrong.isEmpty() ? details : null, wrong);
    }

    private Wrong wrong(Column column, String key) {
        return new Wrong(column, messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }

    private static Map<Column, String> values(PatientFile.Row row, List<Column> columns) {
        Map<Column, String> values = new EnumMap<>(Column.class);
        IntStream.range(0, Math.min(columns.size(), row.fields().size()))
                .filter(place -> columns.get(place) != Column.IGNORED)
                .filter(place -> !row.fields().get(place).isBlank())
                .forEach(place ->
                        values.put(columns.get(place), row.fields().get(place).strip()));
        return values;
    }

    private static PatientDetails details(Map<Column, String> values, @Nullable LocalDate birthDate) {
        String inParts = Stream.of(values.get(Column.FIRST_NAME), values.get(Column.LAST_NAME))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        Guardian guardian = new Guardian(
                null,
                values.get(Column.GUARDIAN_NAME),
                values.get(Column.GUARDIAN_RELATIONSHIP),
                values.get(Column.GUARDIAN_PHONE),
                values.get(Column.GUARDIAN_EMAIL));
        boolean guarded =
                values.keySet().stream().anyMatch(column -> column.name().startsWith("GUARDIAN_"));
        return new PatientDetails(
                values.getOrDefault(Column.NAME, inParts),
                values.get(Column.EMAIL),
                values.get(Column.PHONE),
                birthDate,
                values.get(Column.TIME_ZONE),
                values.get(Column.LANGUAGE),
                guarded ? List.of(guardian) : List.of());
    }

    /** Where a field of the record comes from. */
    private static Column columnOf(String field, List<Column> columns) {
        String last = field.substring(field.lastIndexOf('.') + 1);
        boolean guardians = field.startsWith("guardians");
        return switch (last) {
            case "email" -> guardians ? Column.GUARDIAN_EMAIL : Column.EMAIL;
            case "phone" -> guardians ? Column.GUARDIAN_PHONE : Column.PHONE;
            case "relationship" -> Column.GUARDIAN_RELATIONSHIP;
            case "birthDate" -> Column.BIRTH_DATE;
            case "timeZone" -> Column.TIME_ZONE;
            case "language" -> Column.LANGUAGE;
            default ->
                guardians
                        ? Column.GUARDIAN_NAME
                        : columns.contains(Column.LAST_NAME) && !columns.contains(Column.NAME)
                                ? Column.LAST_NAME
                                : Column.NAME;
        };
    }
}
