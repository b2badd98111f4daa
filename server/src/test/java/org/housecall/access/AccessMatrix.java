package org.housecall.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The table in access-matrix.txt, which says how it is read. */
final class AccessMatrix {

    /** Its columns. */
    enum Who {
        ADMINISTRATOR,
        CLINIC_ADMIN,
        DOCTOR,
        RECEPTIONIST,
        PATIENT,
        NOBODY
    }

    /** Its cells. */
    enum May {
        YES,
        OWN,
        OWN_ELSE_FORBIDDEN,
        NO;

        static May of(String cell) {
            return switch (cell) {
                case "yes" -> YES;
                case "own" -> OWN;
                case "own/403" -> OWN_ELSE_FORBIDDEN;
                case "no" -> NO;
                default -> throw new AssertionError("Unknown word in the access matrix: " + cell);
            };
        }
    }

    /**
     * What it says of one operation.
     *
     * @param answer the status of a permitted call
     * @param query from the question mark on, or empty
     * @param body null where none is sent
     */
    record Line(
            Map<Who, May> cells,
            int answer,
            String query,
            @Nullable String body) {
        May may(Who who) {
            return Objects.requireNonNull(cells.get(who));
        }

        /** Whether ids go along, besides those in the route. */
        boolean sendsIds() {
            return (query + body).contains("Id}");
        }

        private Line with(String sent) {
            return sent.startsWith("?") ? new Line(cells, answer, sent, body) : new Line(cells, answer, query, sent);
        }
    }

    private AccessMatrix() {}

    /** Its lines by operation. */
    static Map<String, Line> read() {
        Map<String, Line> lines = new LinkedHashMap<>();
        String last = "";
        for (String text : text().lines().toList()) {
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            if (text.startsWith(" ")) {
                lines.computeIfPresent(last, (_, line) -> line.with(text.strip()));
                continue;
            }
            List<String> words = List.of(text.split(" +"));
            last = words.getFirst();
            if (words.size() != Who.values().length + 2 || lines.put(last, line(words)) != null) {
                throw new AssertionError("A line too many or too short in the access matrix: " + text);
            }
        }
        return lines;
    }

    private static Line line(List<String> words) {
        Iterator<String> cell = words.listIterator(1);
        Map<Who, May> cells = new EnumMap<>(Who.class);
        for (Who who : Who.values()) {
            cells.put(who, May.of(cell.next()));
        }
        return new Line(cells, Integer.parseInt(words.getLast()), "", null);
    }

    private static String text() {
        try {
            return new ClassPathResource("access-matrix.txt", AccessMatrix.class)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
