package org.housecall.platform.web;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Writes tables as RFC 4180 has it, every field in quotes and none of them a formula. */
public final class Csv {

    private final Writer to;

    private Csv(Writer to) {
        this.to = to;
    }

    /** An answer that is kept as a file; what is written goes out as it grows. */
    public static Csv download(HttpServletResponse response, String fileName) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
        return new Csv(response.getWriter());
    }

    public void line(@Nullable Object... fields) throws IOException {
        to.write(Stream.of(fields).map(Csv::field).collect(joining(",", "", "\r\n")));
    }

    /** A spreadsheet would take a text that begins so for a formula and work it out. */
    private static String field(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        String harmless = text.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
