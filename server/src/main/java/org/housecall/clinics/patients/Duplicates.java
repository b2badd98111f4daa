package org.housecall.clinics.patients;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.housecall.clinics.Patient;
import org.housecall.clinics.Patients;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds records of the current clinic that are likely to be the same person's. Families share addresses, and twins a day of birth: only people can tell. */
@Repository
public class Duplicates {

    private static final int MOST_PER_PERSON = 5;

    /** Compares a with b; the thresholds keep siblings apart who share a phone, and find who was misspelt. */
    private static final String LIKELY = """
            select %1$s, 1 as rank, 'BIRTH_DATE' as likeness, similarity(a.name, b.name) as alike from %2$s
              on b.birth_date = a.birth_date and similarity(a.name, b.name) >= 0.4
            union all
            select %1$s, 2, 'EMAIL', similarity(a.name, b.name) from %2$s
              on b.email = a.email and similarity(a.name, b.name) >= 0.6
              and coalesce(a.birth_date = b.birth_date, true)
            union all
            select %1$s, 3, 'PHONE', similarity(a.name, b.name) from %2$s
              on b.phone_ending = a.phone_ending and a.phone_ending <> '' and similarity(a.name, b.name) >= 0.6
              and coalesce(a.birth_date = b.birth_date, true)
            """;

    private static final String PAIRS = "with likely as ("
            + LIKELY.formatted("a.id as one, b.id as other", "(select * from patient) a join patient b")
                    .replace(" on b.", " on a.id < b.id and b.")
            + """
            ), strongest as (select distinct on (one, other) * from likely order by one, other, rank)
            select one, other, likeness from strongest
            where not exists (
              select from patients_told_apart t where t.one_id = strongest.one and t.other_id = strongest.other)
            order by rank, alike desc, one, other limit ?""";

    private static final String OF_PEOPLE = """
            with person as (
              select number, name, email, right(phone_digits(phone), 8) as phone_ending, cast(birth_date as date) as birth_date
              from unnest(cast(:names as text[]), cast(:emails as text[]), cast(:phones as text[]), cast(:births as text[]))
                with ordinality as given (name, email, phone, birth_date, number)
            ), likely as (
            """ + LIKELY.formatted("a.number, b.id", "person a join patient b") + """
            ), strongest as (select distinct on (number, id) * from likely order by number, id, rank)
            select number, id, likeness from strongest order by number, rank, alike desc, id""";

    private final JdbcClient jdbc;
    private final Patients patients;

    Duplicates(JdbcClient jdbc, Patients patients) {
        this.jdbc = jdbc;
        this.patients = patients;
    }

    /** The likeliest pairs first, without those that somebody has told apart. */
    @Transactional(readOnly = true)
    public List<Pair> pairs(int limit) {
        List<PairRow> rows = jdbc.sql(PAIRS)
                .param(limit)
                .query(new SimplePropertyRowMapper<>(PairRow.class))
                .list();
        Map<UUID, Patient> records = patients.all(rows.stream()
                .flatMap(row -> Stream.of(row.one, row.other))
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> new Pair(
                        Objects.requireNonNull(records.get(row.one)),
                        Objects.requireNonNull(records.get(row.other)),
                        row.likeness))
                .toList();
    }

    /** Who may be the person that is about to get a record. */
    @Transactional(readOnly = true)
    public List<Likely> of(PatientDetails person) {
        return among(List.of(person.tidy())).getOrDefault(0, List.of());
    }

    /** The same for many, by their place in the list; in one query. */
    Map<Integer, List<Likely>> among(List<PatientDetails> people) {
        List<LikelyRow> rows = jdbc.sql(OF_PEOPLE)
                .param("names", column(people, PatientDetails::name))
                .param("emails", column(people, PatientDetails::email))
                .param("phones", column(people, PatientDetails::phone))
                .param("births", column(people, it -> text(it.birthDate())))
                .query(new SimplePropertyRowMapper<>(LikelyRow.class))
                .list();
        Map<UUID, Patient> records =
                patients.all(rows.stream().map(LikelyRow::id).distinct().toList());
        Map<Integer, List<Likely>> likely = new HashMap<>();
        for (LikelyRow row : rows) {
            List<Likely> ofPerson = likely.computeIfAbsent(row.number - 1, _ -> new ArrayList<>());
            if (ofPerson.size() < MOST_PER_PERSON) {
                ofPerson.add(new Likely(Objects.requireNonNull(records.get(row.id)), row.likeness));
            }
        }
        return likely;
    }

    private static @Nullable String[] column(
            List<PatientDetails> people, Function<PatientDetails, @Nullable String> field) {
        @Nullable String[] column = new String[people.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = field.apply(people.get(i));
        }
        return column;
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private record PairRow(UUID one, UUID other, Likeness likeness) {}

    private record LikelyRow(int number, UUID id, Likeness likeness) {}

    /** Two records, and why they may be one person's. */
    public record Pair(Patient one, Patient other, Likeness likeness) {}

    /** A record, and why it may be the person's who was asked about. */
    public record Likely(Patient patient, Likeness likeness) {}
}
