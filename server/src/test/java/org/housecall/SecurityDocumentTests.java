package org.housecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/security.md says is met is shown by something that is there, and nothing that OWASP's ASVS asks for is left out. */
class SecurityDocumentTests {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("server", "web", "zoom-sandbox", "demo", "acceptance", "bench");

    /** Of ASVS 5.0.0. */
    private static final Map<String, Integer> REQUIREMENTS_BY_LEVEL = Map.of("1", 70, "2", 183);

    private static final List<String> STATUSES = List.of("met", "partly", "not", "n.a.");

    private static final Pattern IN_CODE_FONT = Pattern.compile("`([^`]+)`");
    private static final Pattern TYPE = Pattern.compile("([A-Z][a-z]\\w*)(?:\\.([a-z]\\w*))?");
    private static final Pattern FILE = Pattern.compile("[\\w.-]+\\.(?:tsx?|sql)");

    private static final Map<String, List<Path>> SOURCES = sources();
    private static final String DOCUMENT = text(ROOT.resolve("docs/security.md"));

    @Test
    void showsWhatItSaysIsMet() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Row row : rows(DOCUMENT)) {
            counts.merge(row.status(), row.numbers().size(), Integer::sum);
        }
        System.out.println("ASVS 5.0.0, levels 1 and 2: " + counts);
        assertThat(mistakes(DOCUMENT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '"', textBlock = """
                    met by word of mouth       => (\\| 1\\.2\\.4 .*\\| met \\|).*          => $1 nobody |
                    no class GoneTests         => `KnownDefectsTests`                      => `GoneTests`
                    no class GoneTests         => `SignInTests\\.\\w+`                     => `GoneTests.isThere`
                    no method FuzzTests.isGone => FuzzTests\\.answersWhatIsHardlyHttp      => FuzzTests.isGone
                    no method Passwords.isGone => Passwords\\.acceptable                   => Passwords.isGone
                    no file gone.test.ts       => returnPath\\.test\\.ts                   => gone.test.ts
                    no chapter V17             => ### V17 WebRTC                           => ### Other
                    8.1.1 in V9                => ### V8 Authorization                     => ### V9 Other
                    7.2.1 listed twice         => \\| 7\\.2\\.2 \\|                        => | 7.2.1 |
                    182 of level 2             => \\n\\| 8\\.4\\.1 .*                      => ""
                    is nearly                  => (\\| 8\\.4\\.1 .*\\|) met \\|            => $1 nearly |
                    gives no reason            => (\\| 6\\.6\\.2 .*\\| not \\|).*          => $1 |
                    """)
    void noticesWhatIsWrong(String mistake, String where, String instead) {
        String wrong = DOCUMENT.replaceFirst(where, instead);
        assertThat(wrong).isNotEqualTo(DOCUMENT);
        assertThat(mistakes(wrong)).anyMatch(it -> it.contains(mistake));
    }

    private static List<String> mistakes(String document) {
        List<Row> rows = rows(document);
        List<String> mistakes = new ArrayList<>(missing(document));
        rows.forEach(row -> mistakes.addAll(mistakes(row)));
        mistakes.addAll(miscounted(rows));
        IN_CODE_FONT.matcher(document).results().forEach(it -> mistakes.addAll(absent(it.group(1))));
        return mistakes;
    }

    private static List<String> missing(String document) {
        return IntStream.rangeClosed(1, 17)
                .filter(chapter -> !document.contains("\n### V" + chapter + " "))
                .mapToObj(chapter -> "no chapter V" + chapter)
                .toList();
    }

    private static List<String> mistakes(Row row) {
        List<String> mistakes = new ArrayList<>();
        if (!STATUSES.contains(row.status())) {
            mistakes.add(row.numbers() + " is " + row.status());
        }
        if (row.reason().isEmpty()) {
            mistakes.add(row.numbers() + " gives no reason");
        }
        if (row.status().equals("met") && !showsSomething(row.reason())) {
            mistakes.add(row.numbers() + " is met by word of mouth");
        }
        row.numbers().stream()
                .filter(number -> !row.chapter().equals("V" + number.replaceFirst("\\..*", "")))
                .forEach(number -> mistakes.add(number + " in " + row.chapter()));
        return mistakes;
    }

    private static boolean showsSomething(String reason) {
        return IN_CODE_FONT.matcher(reason).results().anyMatch(it -> isName(it.group(1)));
    }

    private static boolean isName(String code) {
        return TYPE.matcher(code).matches() || FILE.matcher(code).matches();
    }

    private static List<String> miscounted(List<Row> rows) {
        List<String> mistakes = new ArrayList<>();
        Set<String> listed = new TreeSet<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Row row : rows) {
            for (String number : row.numbers()) {
                counts.merge(row.level(), 1, Integer::sum);
                if (!listed.add(number)) {
                    mistakes.add(number + " listed twice");
                }
            }
        }
        if (!counts.equals(REQUIREMENTS_BY_LEVEL)) {
            counts.forEach((level, count) -> mistakes.add(count + " of level " + level));
        }
        return mistakes;
    }

    /** What is in code font and looks like a type, a method or a file of ours, and is none. */
    private static List<String> absent(String code) {
        if (FILE.matcher(code).matches()) {
            return SOURCES.containsKey(code) ? List.of() : List.of("no file " + code);
        }
        var type = TYPE.matcher(code);
        if (!type.matches()) {
            return List.of();
        }
        List<Path> files = SOURCES.getOrDefault(type.group(1) + ".java", List.of());
        if (files.isEmpty()) {
            return List.of("no class " + type.group(1));
        }
        boolean declared = type.group(2) == null || files.stream().anyMatch(it -> declares(it, type.group(2)));
        return declared ? List.of() : List.of("no method " + code);
    }

    /** A declaration has a type before the name; a call has not. */
    private static boolean declares(Path file, String method) {
        return Pattern.compile("(?m)^    (?!    |return |throw )[\\w<>?,.@ \\[\\]]*[\\w>\\]] " + method + "\\(")
                .matcher(text(file))
                .find();
    }

    private static List<Row> rows(String document) {
        List<Row> rows = new ArrayList<>();
        String chapter = "";
        for (String line : document.lines().toList()) {
            if (line.startsWith("### ")) {
                chapter = line.split(" ", 3)[1];
            }
            if (line.matches("\\| \\d+\\.\\d+\\.\\d+[ ,].*")) {
                List<String> cells =
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
                assertThat(cells).as(line).hasSize(7);
                rows.add(new Row(
                        chapter, List.of(cells.get(1).split(", ", -1)), cells.get(2), cells.get(4), cells.get(5)));
            }
        }
        return rows;
    }

    /** A line of the tables; several requirements of one level may share it. */
    private record Row(String chapter, List<String> numbers, String level, String status, String reason) {}

    private static Map<String, List<Path>> sources() {
        return MODULES.stream()
                .map(module -> ROOT.resolve(module).resolve("src"))
                .flatMap(SecurityDocumentTests::files)
                .collect(Collectors.groupingBy(file -> file.getFileName().toString()));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
