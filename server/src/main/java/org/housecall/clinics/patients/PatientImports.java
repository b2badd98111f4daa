package org.housecall.clinics.patients;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.housecall.access.Viewer;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.patients.Duplicates.Likely;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Imports patients from a file. The file is kept nowhere: it is looked through, and comes once more to be imported. Nobody gets mail. */
@Component
public class PatientImports {

    private static final RowMapper<PatientImport> ROW = new SimplePropertyRowMapper<>(PatientImport.class);

    private final JdbcClient jdbc;
    private final PatientFileReading reading;
    private final PatientRecords records;
    private final Guardians guardians;
    private final Duplicates duplicates;
    private final Audit audit;
    private final Clock clock;

    PatientImports(
            JdbcClient jdbc,
            PatientFileReading reading,
            PatientRecords records,
            Guardians guardians,
            Duplicates duplicates,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.records = records;
        this.guardians = guardians;
        this.duplicates = duplicates;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an import would do; nothing is written. */
    @Transactional(readOnly = true)
    public Checked check(Source source) {
        PatientFile file = PatientFile.read(source.file());
        List<Column> columns = PatientFileReading.columns(file, source.columns());
        DateOrder order = PatientFileReading.dateOrder(file, columns, source.dates());
        List<ImportedRow> rows = reading.rows(file, columns, order, records.today());
        return new Checked(
                file.charset().name(),
                String.valueOf(file.delimiter()),
                file.headings(),
                columns,
                order,
                file.rows().stream().limit(3).map(PatientFile.Row::fields).toList(),
                rows,
                suspects(rows));
    }

    private List<Suspect> suspects(List<ImportedRow> rows) {
        List<ImportedRow> good =
                rows.stream().filter(row -> row.details() != null).toList();
        List<PatientDetails> people = good.stream()
                .map(ImportedRow::details)
                .map(Objects::requireNonNull)
                .toList();
        Map<Integer, List<Likely>> likely = duplicates.among(people);
        Map<String, Long> seen = new HashMap<>();
        List<Suspect> suspects = new ArrayList<>();
        for (int i = 0; i < good.size(); i++) {
            long line = good.get(i).line();
            Optional<Long> earlier =
                    marks(people.get(i)).map(seen::get).filter(Objects::nonNull).findFirst();
            List<Likely> known = likely.getOrDefault(i, List.of());
            if (earlier.isPresent() || !known.isEmpty()) {
                suspects.add(new Suspect(line, people.get(i).name(), earlier.orElse(null), known));
            }
            marks(people.get(i)).forEach(mark -> seen.putIfAbsent(mark, line));
        }
        return suspects;
    }

    /** By any of these a person is the same as one of another row. */
    private static Stream<String> marks(PatientDetails person) {
        String name = person.name().toLowerCase(Locale.ROOT) + '|';
        return Stream.of(person.birthDate(), person.email(), person.phone())
                .filter(Objects::nonNull)
                .map(it -> name + it);
    }

    /** Makes a record of each row that has nothing wrong; of likely duplicates only if that is wanted. */
    @Transactional
    public PatientImport run(Viewer viewer, String fileName, Source source, boolean withDuplicates) {
        Checked checked = check(source);
        Set<Long> suspects = withDuplicates
                ? Set.of()
                : checked.suspects.stream().map(Suspect::line).collect(Collectors.toSet());
        List<PatientDetails> people = checked.rows.stream()
                .filter(row -> !suspects.contains(row.line()))
                .map(ImportedRow::details)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        PatientImport done = new PatientImport(
                Ids.next(), fileName, people.size(), checked.rows.size() - people.size(), clock.instant(), null);
        jdbc.sql("""
                        insert into patient_import (clinic_id, id, file_name, imported_by, created, skipped, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        CurrentClinic.id(),
                        done.id(),
                        fileName,
                        viewer.accountId(),
                        done.created(),
                        done.skipped(),
                        OffsetDateTime.now(clock))
                .update();
        for (PatientDetails person : people) {
            UUID id = Ids.next();
            records.add(id, person, done.id());
            if (!person.speakers().isEmpty()) {
                guardians.replace(id, person.speakers());
            }
        }
        audit.record(Action.PATIENTS_IMPORTED, done.id());
        return done;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<PatientImport> latest(int limit) {
        return jdbc.sql("""
                        select id, file_name, created, skipped, created_at, undone_at from patient_import
                        order by created_at desc, id desc limit ?""").param(limit).query(ROW).list();
    }

    @Transactional(readOnly = true)
    public PatientImport find(UUID id) {
        return jdbc.sql(
                        "select id, file_name, created, skipped, created_at, undone_at from patient_import where id = ?")
                .param(id)
                .query(ROW)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /**
     * A file, and how it is to be read.
     *
     * @param file its bytes, in Base64
     * @param columns what each column holds; null: as the headings say
     * @param dates null: as the dates allow
     */
    public record Source(
            String file,
            @Nullable List<Column> columns,
            @Nullable DateOrder dates) {}

    /**
     * What was found in a file.
     *
     * @param sample its first rows
     * @param suspects rows that are likely to be somebody who is known, or in the file twice
     */
    public record Checked(
            String charset,
            String delimiter,
            List<String> headings,
            List<Column> columns,
            DateOrder dates,
            List<List<String>> sample,
            List<ImportedRow> rows,
            List<Suspect> suspects) {}

    /**
     * A row that is likely to be somebody who is known.
     *
     * @param sameAs an earlier line with the same person
     */
    public record Suspect(long line, String name, @Nullable Long sameAs, List<Likely> known) {}
}
