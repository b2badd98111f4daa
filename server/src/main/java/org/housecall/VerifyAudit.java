package org.housecall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.housecall.audit.AuditChain;
import org.housecall.audit.Verification;
import org.housecall.audit.Verification.Break;
import org.housecall.audit.Verification.Head;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The command {@code audit verify}: checks every chain of the audit trail in the server's database, beside the server or
 * without it. It changes nothing, so it neither migrates nor seals.
 */
@Command
@ComponentScan(
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "org\\.housecall\\.(platform\\.DatabaseConfiguration|platform\\.postgres\\.EmbeddedDatabaseConfiguration|audit\\.Audit(Chain)?|clinics\\.Clinics)"))
class VerifyAudit {

    private static final Pattern KEPT = Pattern.compile("([0-9a-f-]{36}) (\\d{1,18}) ([0-9a-f]{64})");

    private final AuditChain chain;
    private final Clinics clinics;
    private final MessageSource messages;

    VerifyAudit(AuditChain chain, Clinics clinics, MessageSource messages) {
        this.chain = chain;
        this.clinics = clinics;
        this.messages = messages;
    }

    static boolean isMeant(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("audit");
    }

    /** 0 where every chain is unbroken, else 1; what was found is printed. */
    static int run(String... arguments) {
        try (ConfigurableApplicationContext context = Command.Context.open(VerifyAudit.class)) {
            return context.getBean(VerifyAudit.class).answer(arguments);
        }
    }

    private int answer(String... arguments) {
        if (arguments.length < 2 || arguments.length > 3 || !arguments[1].equals("verify")) {
            System.err.println(words("audit.usage"));
            return 1;
        }
        try {
            return verify(arguments.length == 3 ? kept(Path.of(arguments[2])) : Map.of()) ? 0 : 1;
        } catch (IOException e) {
            System.err.println(words("audit.kept-unreadable", arguments[2]));
            return 1;
        }
    }

    /** The heads among the lines of a file, which may be all that an earlier run has printed. */
    private static Map<UUID, Head> kept(Path file) throws IOException {
        Map<UUID, Head> heads = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            Matcher head = KEPT.matcher(line.strip());
            if (head.matches()) {
                heads.put(UUID.fromString(head.group(1)), new Head(Long.parseLong(head.group(2)), head.group(3)));
            }
        }
        return heads;
    }

    private boolean verify(Map<UUID, Head> kept) {
        Set<UUID> chains = new LinkedHashSet<>();
        chains.add(CurrentClinic.NONE);
        clinics.all().forEach(clinic -> chains.add(clinic.id()));
        chains.addAll(kept.keySet());
        StringBuilder heads = new StringBuilder();
        boolean whole = true;
        for (UUID clinicId : chains) {
            Verification found = CurrentClinic.in(clinicId, () -> chain.verify(kept.get(clinicId)));
            System.out.println(sentence(clinicId, found));
            whole &= found.broken() == null;
            if (found.head() != null) {
                heads.append("%n%s %d %s"
                        .formatted(clinicId, found.head().number(), found.head().hash()));
            }
        }
        System.out.println(words("audit.heads") + heads);
        return whole;
    }

    private String sentence(UUID clinicId, Verification found) {
        @Nullable Break broken = found.broken();
        return words(
                broken == null ? "audit.whole" : "audit.broken." + broken.kind(),
                name(clinicId),
                Long.toString(found.sealed()),
                Long.toString(found.waiting()),
                broken == null ? "" : String.valueOf(broken.number()),
                broken == null ? "" : String.valueOf(broken.entryId()));
    }

    private String name(UUID clinicId) {
        return clinicId.equals(CurrentClinic.NONE)
                ? words("audit.installation")
                : clinics.find(clinicId).map(Clinic::name).orElseGet(() -> words("audit.clinic-unknown")) + " ("
                        + clinicId + ")";
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
