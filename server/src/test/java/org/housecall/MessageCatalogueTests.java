package org.housecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.housecall.access.Role;
import org.housecall.access.signon.SignOnTrouble;
import org.housecall.audit.Verification;
import org.housecall.meetings.MeetingProblem;
import org.housecall.notifications.Mail;
import org.housecall.zoom.Connection;
import org.housecall.zoom.CredentialTrial;
import org.housecall.zoom.HostFindings;
import org.housecall.zoom.Relink;
import org.housecall.zoom.Scope;
import org.housecall.zoom.ZoomApp;
import org.junit.jupiter.api.Test;

/** The words of the server: each that the code asks for is there, each that is there is asked for, and all can be formatted. */
class MessageCatalogueTests {

    private static final Path MAIN = Path.of("src", "main");
    private static final Path CATALOGUES = MAIN.resolve("resources/messages");

    /** Names that look like messages. */
    private static final Set<String> ZOOMS_OWN = Set.of(
            "zoom.us",
            "meeting.created",
            "meeting.updated",
            "meeting.deleted",
            "meeting.permanently_deleted",
            "meeting.recovered",
            "meeting.started",
            "meeting.ended",
            "meeting.participant_joined_waiting_room",
            "meeting.participant_put_in_waiting_room",
            "meeting.participant_left_waiting_room",
            "meeting.participant_admitted");

    private final List<String> twice = new ArrayList<>();
    private final Map<String, String> messages = read();
    private final String code = sources(MAIN.resolve("java"), ".java");
    private final String templates = sources(MAIN.resolve("resources/templates"), ".html");

    @Test
    void hasEveryMessageThatTheCodeNames() {
        Set<String> families =
                messages.keySet().stream().map(MessageCatalogueTests::family).collect(Collectors.toSet());
        assertThat(named()).contains("field.required");
        assertThat(named().filter(key -> families.contains(family(key)))
                        .filter(key -> !isKnown(key) && !ZOOMS_OWN.contains(key)))
                .isEmpty();
    }

    /** A name that ends in a dot is the beginning of several. */
    private boolean isKnown(String key) {
        return messages.containsKey(key) || messages.keySet().stream().anyMatch(it -> it.startsWith(key + "."));
    }

    @Test
    void hasNoMessageThatNobodyNames() {
        Set<String> named = named().collect(Collectors.toSet());
        List<String> beginnings = find("[\"|]([a-z][\\w.-]*\\.)(?:\" \\+|\\$\\{)", code + templates)
                .toList();
        Set<String> enumerated = enumerated();
        assertThat(messages.keySet().stream()
                        .filter(key -> !named.contains(key) && !enumerated.contains(key) && !isProblem(key))
                        .filter(key -> isEnumerated(key) || beginnings.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    @Test
    void explainsEveryProblem() {
        List<String> codes = find("(?:Problem|document)\\(\\s*HttpStatus\\.\\w+,\\s*\"([\\w-]+)\"", code)
                .toList();
        assertThat(codes).contains("not-found", "meeting-not-ready");
        assertThat(codes)
                .allSatisfy(it -> assertThat(messages)
                        .containsKey("problem." + it + ".title")
                        .containsKey("problem." + it + ".detail"));
    }

    @Test
    void hasWordsForEveryConstantAndForNoOther() {
        Set<String> there = messages.keySet().stream()
                .filter(MessageCatalogueTests::isEnumerated)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isEqualTo(enumerated());
    }

    @Test
    void doublesEveryApostrophe() {
        assertThat(messages)
                .allSatisfy((key, text) ->
                        assertThat(text.replace("''", "")).as(key).doesNotContain("'"));
    }

    @Test
    void formatsEveryMessage() {
        assertThat(messages)
                .allSatisfy((key, text) -> assertThat(new MessageFormat(text, Locale.ENGLISH).format(new Object[0]))
                        .as(key)
                        .isNotBlank());
    }

    @Test
    void saysNothingTwice() {
        assertThat(twice).isEmpty();
    }

    @Test
    void isReadWhole() throws IOException {
        String settings = Files.readString(MAIN.resolve("resources/application.yaml"));
        try (Stream<Path> files = Files.list(CATALOGUES)) {
            assertThat(find("messages/([a-z]+)", settings))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString().replace(".properties", ""))
                                    .toList());
        }
    }

    /** Keys written out: in code, in the braces of a validation message, in a template. */
    private Stream<String> named() {
        return Stream.concat(
                        find("\"\\{?([a-z][\\w-]*(?:\\.[\\w-]+)+)\\}?\"", code),
                        find("(?:#\\{|')([a-z][\\w-]*(?:\\.[\\w-]+)+)", templates))
                .distinct();
    }

    /** A problem's title and detail are asked for by its code. */
    private boolean isProblem(String key) {
        String[] parts = key.split("\\.", -1);
        return parts.length == 3
                && parts[0].equals("problem")
                && (parts[2].equals("title") || parts[2].equals("detail"))
                && code.contains('"' + parts[1] + '"');
    }

    private static boolean isEnumerated(String key) {
        return Stream.of(
                        "access.sign-on.trouble.",
                        "audit.broken.",
                        "meeting.problem.",
                        "notifications.role.",
                        "notifications.trouble.",
                        "notifications.connection-lost.reason.",
                        "notifications.relink.MOVED.",
                        "notifications.relink.DECLINED.",
                        "zoom.finding.",
                        "zoom.setting.",
                        "zoom.scope.",
                        "zoom.test.GENERAL.",
                        "zoom.test.SERVER_TO_SERVER.")
                .anyMatch(key::startsWith);
    }

    private static Set<String> enumerated() {
        Set<String> keys = new TreeSet<>();
        keys.addAll(keys("access.sign-on.trouble.", SignOnTrouble.Kind.values(), ""));
        keys.addAll(keys("audit.broken.", Verification.Kind.values(), ""));
        keys.addAll(keys("meeting.problem.", MeetingProblem.values(), ".title"));
        keys.addAll(keys("meeting.problem.", MeetingProblem.values(), ".remedy"));
        keys.addAll(keys("notifications.role.", Role.values(), ""));
        keys.addAll(keys("notifications.trouble.", Mail.Trouble.values(), ""));
        keys.addAll(keys("notifications.connection-lost.reason.", Connection.Reason.values(), ""));
        for (String who : List.of(".latter", ".earlier")) {
            keys.addAll(keys("notifications.relink.", Relink.Decision.values(), who));
        }
        for (String part : List.of(".title", ".remedy")) {
            keys.addAll(keys("zoom.finding.", HostFindings.Finding.values(), part));
        }
        HostFindings.SETTINGS.forEach(name -> keys.add("zoom.setting." + name));
        keys.addAll(keys("zoom.scope.", Scope.values(), ""));
        for (ZoomApp.Kind kind : ZoomApp.Kind.values()) {
            keys.addAll(keys("zoom.test." + kind + ".", CredentialTrial.Finding.values(), ""));
        }
        return keys;
    }

    private static List<String> keys(String beginning, Enum<?>[] constants, String end) {
        return Arrays.stream(constants)
                .map(constant -> beginning + constant.name() + end)
                .toList();
    }

    private static String family(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Stream<String> find(String regex, String text) {
        return Pattern.compile(regex).matcher(text).results().map((MatchResult it) -> it.group(1));
    }

    private Map<String, String> read() {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(CATALOGUES)) {
            for (Path file : files.toList()) {
                Properties catalogue = new Properties() {
                    @Override
                    public synchronized Object put(Object key, Object text) {
                        if (all.put(key.toString(), text.toString()) != null) {
                            twice.add(key.toString());
                        }
                        return super.put(key, text);
                    }
                };
                try (Reader reader = new StringReader(Files.readString(file))) {
                    catalogue.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static String sources(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(MessageCatalogueTests::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
