package org.housecall.marketplace.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.housecall.access.Permission;
import org.housecall.access.Public;
import org.housecall.access.Requires;
import org.housecall.booking.PublicPages;
import org.housecall.marketplace.domain.DomainProof;
import org.housecall.marketplace.domain.DomainProofs;
import org.housecall.marketplace.domain.TxtRecords;
import org.housecall.platform.LoopbackOrHttps;
import org.housecall.platform.PlatformSettings;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Showing Zoom that this server's domain is the publisher's: by a file, a tag or a record. */
@RestController
class DomainController {

    private static final String CLINICS = "/api/v1/clinics/{clinicId}/marketplace/domain";
    private static final String INSTALLATIONS = "/api/v1/marketplace/domain";

    /** What verification codes are made of; nothing that could be markup. */
    private static final String CODE = "\\s*[A-Za-z0-9_.:=+/-]{1,200}\\s*|\\s*";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final DomainProofs proofs;
    private final TxtRecords records;
    private final PlatformSettings platform;
    private final PublicPages pages;

    DomainController(DomainProofs proofs, TxtRecords records, PlatformSettings platform, PublicPages pages) {
        this.proofs = proofs;
        this.records = records;
        this.platform = platform;
        this.pages = pages;
    }

    @Public("Zoom reads it; it holds a code that Zoom handed out for being published there.")
    @GetMapping(DomainProof.FILE)
    ResponseEntity<String> file() {
        return proofs.file()
                .map(code -> ResponseEntity.ok()
                        .contentType(HTML)
                        .cacheControl(CacheControl.noStore())
                        .body(code))
                .orElseThrow(Problem::notFound);
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping({CLINICS, INSTALLATIONS})
    DomainProofView show() {
        DomainProof proof = proofs.current();
        return new DomainProofView(
                platform.baseUrl().getHost(),
                platform.url(DomainProof.FILE),
                proof.file(),
                proof.metaName(),
                proof.metaContent(),
                proof.txtRecord());
    }

    @Requires(Permission.MANAGE_MARKETPLACE)
    @PutMapping({CLINICS, INSTALLATIONS})
    DomainProofView replace(
            @PathVariable(required = false) @Nullable String clinicId, @Valid @RequestBody DomainCodes codes) {
        DomainProof proof = codes.toProof();
        if (clinicId != null && proof.file() != null) {
            throw Problem.invalid("file", "marketplace.domain.file-is-installations");
        }
        if ((proof.metaName() == null) != (proof.metaContent() == null)) {
            throw Problem.invalid(proof.metaName() == null ? "metaName" : "metaContent", "marketplace.domain.half-tag");
        }
        proofs.save(proof);
        return show();
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @PutMapping({CLINICS + "/lookup", INSTALLATIONS + "/lookup"})
    DomainLookup lookUp() {
        String record = proofs.current().txtRecord();
        URI url = platform.baseUrl();
        if (record == null) {
            return said("NOT_ENTERED", url.getHost());
        }
        if (LoopbackOrHttps.isLoopback(url)) {
            return said("LOCAL", url.getHost());
        }
        TxtRecords.Finding finding = records.look(url.getHost(), record);
        return said(finding.outcome().name(), finding.name());
    }

    private DomainLookup said(String outcome, String name) {
        return new DomainLookup(outcome.equals("FOUND"), pages.message("marketplace.domain.lookup." + outcome, name));
    }

    /** What is entered, and where Zoom will look for it. */
    record DomainProofView(
            String domain,
            URI fileUrl,
            @Nullable String file,
            @Nullable String metaName,
            @Nullable String metaContent,
            @Nullable String txtRecord) {}

    /** What is left out or empty is not used. */
    record DomainCodes(
            @Nullable @Pattern(regexp = CODE, message = "{marketplace.domain.code}")
            String file,

            @Nullable @Pattern(regexp = CODE, message = "{marketplace.domain.code}")
            String metaName,

            @Nullable @Pattern(regexp = CODE, message = "{marketplace.domain.code}")
            String metaContent,

            @Nullable @Pattern(regexp = CODE, message = "{marketplace.domain.code}")
            String txtRecord) {

        DomainProof toProof() {
            return new DomainProof(code(file), code(metaName), code(metaContent), code(txtRecord));
        }

        private static @Nullable String code(@Nullable String entered) {
            return entered == null || entered.isBlank() ? null : entered.strip();
        }
    }

    /** What a look for the record found, in words. */
    record DomainLookup(boolean ok, String message) {}
}
