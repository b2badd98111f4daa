package org.housecall.access.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.housecall.access.Accounts;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.audit.AuditChain;
import org.housecall.audit.AuditEntry;
import org.housecall.audit.AuditTrail;
import org.housecall.audit.Verification;
import org.housecall.platform.Page;
import org.housecall.platform.web.Csv;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail of a clinic, or of the installation where the route names no clinic. */
@RestController
class AuditController {

    private static final String OF_CLINIC = "/api/v1/clinics/{clinicId}/audit";
    private static final String OF_INSTALLATION = "/api/v1/audit";
    private static final int EXPORTED_AT_ONCE = 1000;

    private final AuditTrail trail;
    private final AuditChain chain;
    private final Accounts accounts;
    private final Audit audit;

    AuditController(AuditTrail trail, AuditChain chain, Accounts accounts, Audit audit) {
        this.trail = trail;
        this.chain = chain;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Requires(Permission.VIEW_AUDIT)
    @GetMapping({OF_CLINIC, OF_INSTALLATION})
    Page<AuditEntryView> search(
            @RequestParam @Nullable UUID actor,
            @RequestParam @Nullable Action action,
            @RequestParam @Nullable UUID subject,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Page<AuditEntry> page = trail.search(new AuditTrail.Criteria(actor, action, subject, from, to), cursor, limit);
        if (!page.items().isEmpty()) {
            audit.recordOnceAnHour(Action.AUDIT_VIEWED, subject);
        }
        return new Page<>(named(page.items()), page.nextCursor());
    }

    @Requires(Permission.VIEW_AUDIT)
    @GetMapping(
            path = {OF_CLINIC + "/export", OF_INSTALLATION + "/export"},
            produces = "text/csv")
    void export(
            @RequestParam @Nullable UUID actor,
            @RequestParam @Nullable Action action,
            @RequestParam @Nullable UUID subject,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            HttpServletResponse response)
            throws IOException {
        audit.record(Action.AUDIT_EXPORTED, subject);
        Csv csv = Csv.download(response, "audit-trail.csv");
        csv.line("id", "at", "actor", "actorName", "action", "subject", "origin");
        AuditTrail.Criteria criteria = new AuditTrail.Criteria(actor, action, subject, from, to);
        @Nullable UUID after = null;
        do {
            Page<AuditEntry> page = trail.search(criteria, after, EXPORTED_AT_ONCE);
            for (AuditEntryView it : named(page.items())) {
                csv.line(it.id(), it.at(), it.actor(), it.actorName(), it.action(), it.subject(), it.origin());
            }
            after = page.nextCursor() == null ? null : UUID.fromString(page.nextCursor());
        } while (after != null);
    }

    @Requires(Permission.VIEW_AUDIT)
    @GetMapping({OF_CLINIC + "/verification", OF_INSTALLATION + "/verification"})
    Verification verify(
            @RequestParam @Nullable @Positive Long number,
            @RequestParam @Nullable @Pattern(regexp = "[0-9a-fA-F]{64}") String hash) {
        return chain.verify(
                number == null || hash == null ? null : new Verification.Head(number, hash.toLowerCase(Locale.ROOT)));
    }

    private List<AuditEntryView> named(List<AuditEntry> entries) {
        Map<UUID, String> names = accounts.names(entries.stream()
                .map(AuditEntry::actor)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList());
        return entries.stream()
                .map(entry -> new AuditEntryView(
                        entry.id(),
                        entry.at(),
                        entry.actor(),
                        entry.actor() == null ? null : names.get(entry.actor()),
                        entry.action(),
                        entry.subject(),
                        entry.origin()))
                .toList();
    }

    /** The actor's name is the account's of today; the trail itself holds none. */
    record AuditEntryView(
            UUID id,
            Instant at,
            @Nullable UUID actor,
            @Nullable String actorName,
            String action,
            @Nullable UUID subject,
            @Nullable String origin) {}
}
