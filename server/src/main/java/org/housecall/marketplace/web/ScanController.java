package org.housecall.marketplace.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.marketplace.readiness.ReadinessWatch;
import org.housecall.marketplace.scans.Scan;
import org.housecall.marketplace.scans.Scans;
import org.housecall.platform.Ids;
import org.housecall.platform.Page;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Scans that were run, written down by whoever ran them. */
@RestController
@RequestMapping({"/api/v1/clinics/{clinicId}/marketplace/scans", "/api/v1/marketplace/scans"})
class ScanController {

    private final Scans scans;
    private final ReadinessWatch readiness;
    private final Clock clock;

    ScanController(Scans scans, ReadinessWatch readiness, Clock clock) {
        this.scans = scans;
        this.readiness = readiness;
        this.clock = clock;
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping
    Page<ScanView> list() {
        return Page.of(scans.all().stream().map(ScanView::of).toList());
    }

    @Requires(Permission.MANAGE_MARKETPLACE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ScanView record(@Valid @RequestBody ScanRun run) {
        // The earliest zone's tomorrow has begun while it is still today here.
        if (run.ranOn().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX))) {
            throw Problem.invalid("ranOn", "marketplace.scan.ahead");
        }
        if (run.kind() == Scan.Kind.STATIC && run.subject() == Scan.Subject.INSTALLATION) {
            throw Problem.invalid("subject", "marketplace.scan.static-of-installation");
        }
        UUID by = Viewer.current().orElseThrow(Problem::unauthenticated).accountId();
        Scan scan = run.toScan(by, clock.instant());
        scans.add(scan);
        readiness.somethingChanged();
        return ScanView.of(scan);
    }

    @Requires(Permission.MANAGE_MARKETPLACE)
    @DeleteMapping("/{scanId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID scanId) {
        scans.remove(scanId);
        readiness.somethingChanged();
    }

    /** Keeps what the scanner wrote, as far as a request's body goes. */
    @Requires(Permission.MANAGE_MARKETPLACE)
    @PutMapping("/{scanId}/file")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void attach(@PathVariable UUID scanId, @Valid @RequestBody ScanFile file) {
        scans.attach(scanId, file.name().strip(), file.file());
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping("/{scanId}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID scanId) {
        Scans.Content content = scans.content(scanId).orElseThrow(Problem::notFound);
        return Download.of(content.name(), MediaType.APPLICATION_OCTET_STREAM, content.bytes());
    }

    /** A run, with how many weaknesses of each severity it found. */
    record ScanRun(
            @NotNull Scan.Subject subject,
            @NotNull Scan.Kind kind,
            @NotBlank @Size(max = 100) String tool,
            @NotBlank @Size(max = 50) String toolVersion,
            @NotBlank @Size(max = 300) String target,
            @NotNull LocalDate ranOn,
            @PositiveOrZero @Max(100_000) int critical,
            @PositiveOrZero @Max(100_000) int high,
            @PositiveOrZero @Max(100_000) int medium,
            @PositiveOrZero @Max(100_000) int low) {

        Scan toScan(UUID by, Instant at) {
            return new Scan(
                    Ids.next(),
                    subject,
                    kind,
                    oneLine(tool),
                    oneLine(toolVersion),
                    oneLine(target),
                    ranOn,
                    new Scan.Counts(critical, high, medium, low),
                    null,
                    by,
                    at);
        }

        private static String oneLine(String text) {
            return text.strip().replaceAll("\\s+", " ");
        }
    }

    /** A file in Base64. */
    @SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
    record ScanFile(
            @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*")
            String name,

            @NotNull @Size(min = 1) byte[] file) {}

    /** A run as it is kept; name and SHA-256 of its file where there is one. */
    record ScanView(
            UUID id,
            Scan.Subject subject,
            Scan.Kind kind,
            String tool,
            String toolVersion,
            String target,
            LocalDate ranOn,
            int critical,
            int high,
            int medium,
            int low,
            @Nullable String fileName,
            @Nullable String fileSha256,
            Instant recordedAt) {

        static ScanView of(Scan scan) {
            Scan.File file = scan.file();
            return new ScanView(
                    scan.id(),
                    scan.subject(),
                    scan.kind(),
                    scan.tool(),
                    scan.toolVersion(),
                    scan.target(),
                    scan.ranOn(),
                    scan.counts().critical(),
                    scan.counts().high(),
                    scan.counts().medium(),
                    scan.counts().low(),
                    file == null ? null : file.name(),
                    file == null ? null : file.sha256(),
                    scan.recordedAt());
        }
    }
}
