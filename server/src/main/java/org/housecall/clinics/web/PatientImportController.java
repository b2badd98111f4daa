package org.housecall.clinics.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.patients.Column;
import org.housecall.clinics.patients.DateOrder;
import org.housecall.clinics.patients.Duplicates.Likely;
import org.housecall.clinics.patients.ImportUndo;
import org.housecall.clinics.patients.ImportedRow;
import org.housecall.clinics.patients.Likeness;
import org.housecall.clinics.patients.PatientImport;
import org.housecall.clinics.patients.PatientImports;
import org.housecall.clinics.patients.PatientImports.Checked;
import org.housecall.clinics.patients.PatientImports.Source;
import org.housecall.clinics.patients.PatientImports.Suspect;
import org.housecall.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports of patients from files. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/patients/imports")
class PatientImportController {

    /** Of each kind; nobody reads more, and a file that has more is mended first. */
    private static final int MOST_SHOWN = 500;

    private static final int LATEST = 20;

    private final PatientImports imports;
    private final ImportUndo undo;
    private final Audit audit;

    PatientImportController(PatientImports imports, ImportUndo undo, Audit audit) {
        this.imports = imports;
        this.undo = undo;
        this.audit = audit;
    }

    /** What an import of the file would do. Nothing is written. */
    @Requires(Permission.IMPORT_PATIENTS)
    @PostMapping("/check")
    ImportCheckView checkImport(@PathVariable UUID clinicId, @Valid @RequestBody ImportFile file) {
        Checked checked = imports.check(file.source());
        if (checked.suspects().stream().anyMatch(it -> !it.known().isEmpty())) {
            audit.recordOnceAnHour(Action.PATIENTS_LISTED, null);
        }
        return ImportCheckView.of(checked);
    }

    @Requires(Permission.IMPORT_PATIENTS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PatientImport runImport(@PathVariable UUID clinicId, @Valid @RequestBody ImportFile file, Viewer viewer) {
        String name = file.fileName() == null || file.fileName().isBlank() ? "patients.csv" : file.fileName();
        return imports.run(viewer, name.strip(), file.source(), Boolean.TRUE.equals(file.addDuplicates()));
    }

    @Requires(Permission.IMPORT_PATIENTS)
    @GetMapping
    Page<PatientImport> listImports(@PathVariable UUID clinicId) {
        return Page.of(imports.latest(LATEST));
    }

    @Requires(Permission.IMPORT_PATIENTS)
    @GetMapping("/{importId}")
    PatientImport showImport(@PathVariable UUID clinicId, @PathVariable UUID importId) {
        return imports.find(importId);
    }

    /** Removes what the import made, but for what is in use; says which records stay, and why. */
    @Requires(Permission.IMPORT_PATIENTS)
    @PostMapping("/{importId}/undo")
    ImportUndo.Undone undoImport(@PathVariable UUID clinicId, @PathVariable UUID importId) {
        return undo.undo(importId);
    }

    /**
     * A table of patients.
     *
     * @param file its bytes, in Base64
     * @param columns what each of its columns holds; left out: as the headings say
     * @param dates left out: as the dates allow
     */
    record ImportFile(
            @NotBlank String file,
            @Nullable @Size(max = 200) String fileName,
            @Nullable @Size(max = 100) List<@NotNull Column> columns,
            @Nullable DateOrder dates,
            @Nullable Boolean addDuplicates) {
        Source source() {
            return new Source(file, columns, dates);
        }
    }

    /**
     * What is in the file.
     *
     * @param rows how many it has
     * @param bad how many of them cannot be imported
     * @param wrong what is wrong with these, the first of them
     * @param suspected how many rows are likely to be somebody who is known
     * @param suspects the first of them
     */
    record ImportCheckView(
            String charset,
            String delimiter,
            List<String> headings,
            List<Column> columns,
            DateOrder dates,
            List<List<String>> sample,
            int rows,
            int bad,
            List<WrongView> wrong,
            int suspected,
            List<SuspectView> suspects) {

        static ImportCheckView of(Checked it) {
            return new ImportCheckView(
                    it.charset(),
                    it.delimiter(),
                    it.headings(),
                    it.columns(),
                    it.dates(),
                    it.sample(),
                    it.rows().size(),
                    (int) it.rows().stream()
                            .filter(row -> row.details() == null)
                            .count(),
                    it.rows().stream().flatMap(WrongView::of).limit(MOST_SHOWN).toList(),
                    it.suspects().size(),
                    it.suspects().stream()
                            .limit(MOST_SHOWN)
                            .map(SuspectView::of)
                            .toList());
        }
    }

    /** What is wrong in one place. */
    record WrongView(long line, Column column, String message) {
        static Stream<WrongView> of(ImportedRow row) {
            return row.wrong().stream().map(it -> new WrongView(row.line(), it.column(), it.message()));
        }
    }

    /** A row that is likely to be somebody who is known. */
    record SuspectView(long line, String name, @Nullable Long sameAs, List<KnownView> known) {
        static SuspectView of(Suspect it) {
            return new SuspectView(
                    it.line(),
                    it.name(),
                    it.sameAs(),
                    it.known().stream().map(KnownView::of).toList());
        }
    }

    /** Who it may be. */
    record KnownView(UUID id, String name, Likeness likeness) {
        static KnownView of(Likely it) {
            return new KnownView(it.patient().id(), it.patient().name(), it.likeness());
        }
    }
}
