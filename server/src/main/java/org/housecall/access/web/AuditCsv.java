package org.housecall.access.web;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import org.housecall.access.web.AuditController.AuditEntryView;
import org.jspecify.annotations.Nullable;

/** Writes audit entries as RFC 4180 has it, every field in quotes. */
final class AuditCsv {

    private final Writer to;

    AuditCsv(Writer to) throws IOException {
        this.to = to;
        line("id", "at", "actor", "actorName", "action", "subject", "origin");
    }

    void write(List<AuditEntryView> entries) throws IOException {
        for (AuditEntryView entry : entries) {
            line(
                    entry.id(),
                    entry.at(),
                    entry.actor(),
                    entry.actorName(),
                    entry.action(),
                    entry.subject(),
                    entry.origin());
        }
    }

    private void line(@Nullable Object... fields) throws IOException {
        to.write(Stream.of(fields).map(AuditCsv::field).collect(joining(",", "", "\r\n")));
    }

    /** A spreadsheet would take a text that begins so for a formula and work it out. */
    private static String field(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        String harmless = text.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
