package org.housecall.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the SSDLC policy says is done, the repository does. */
class StatedPracticeTests {

    private static final Path ROOT = Path.of("..");

    /** What it names, and where that is: a file, and what stands in it. */
    private static final Map<String, String[]> TOOLS = Map.ofEntries(
            Map.entry("Every compiler warning is an error", new String[] {"pom.xml", "<arg>-Werror</arg>"}),
            Map.entry("Error Prone", new String[] {"pom.xml", "error_prone_core"}),
            Map.entry("NullAway", new String[] {"pom.xml", "-Xep:NullAway:ERROR"}),
            Map.entry("SpotBugs", new String[] {"server/pom.xml", "spotbugs-maven-plugin"}),
            Map.entry("Find Security Bugs", new String[] {"pom.xml", "findsecbugs-plugin"}),
            Map.entry("listed line by line", new String[] {"spotbugs-exclude.xml", "<!--"}),
            Map.entry("Spotless", new String[] {"pom.xml", "spotless-maven-plugin"}),
            Map.entry("CycloneDX", new String[] {"server/pom.xml", "cyclonedx-maven-plugin"}),
            Map.entry("oxlint", new String[] {"web/package.json", "oxlint --deny-warnings"}),
            Map.entry("TypeScript", new String[] {"web/package.json", "tsc --noEmit"}),
            Map.entry("Decisions that surprise", new String[] {"docs/adr/README.md", "0001-"}),
            Map.entry("threat model", new String[] {"docs/security.md", "hreat model"}),
            Map.entry("OWASP ASVS", new String[] {"docs/security.md", "ASVS 5.0.0"}),
            Map.entry("SECURITY.md", new String[] {"SECURITY.md", "Reporting"}),
            Map.entry("One command builds everything", new String[] {"housecall", "mvn -B verify"}),
            Map.entry("release of Spring Boot", new String[] {"pom.xml", "spring-boot-starter-parent"}));

    private static final String POLICY = policy();

    @ParameterizedTest
    @MethodSource("tools")
    void doesWhatItNames(String named) {
        String[] where = Objects.requireNonNull(TOOLS.get(named));

        assertThat(POLICY).contains(named);
        assertThat(text(ROOT.resolve(where[0]))).contains(where[1]);
    }

    static Stream<String> tools() {
        return TOOLS.keySet().stream().sorted();
    }

    @Test
    void hasTheTestsThatItNames() {
        String there;
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            there = files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        assertThat(Pattern.compile("\\b[A-Z]\\w+Tests\\b")
                        .matcher(POLICY)
                        .results()
                        .map((MatchResult it) -> it.group() + ".java"))
                .hasSizeGreaterThan(7)
                .allMatch(there::contains);
    }

    @Test
    void claimsNoTestThatTheBuildDoesNotRun() {
        assertThat(POLICY).contains("No penetration test, no dynamic scan and no scan of dependencies");
        assertThat(text(ROOT.resolve("pom.xml")) + text(ROOT.resolve("server/pom.xml")))
                .doesNotContain("dependency-check", "zaproxy");
    }

    private static String policy() {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/messages/marketplace.properties"))) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("marketplace.ssdlc-policy."))
                .map(texts::getProperty)
                .collect(Collectors.joining("\n"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
