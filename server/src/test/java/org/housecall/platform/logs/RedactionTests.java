package org.housecall.platform.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.housecall.JavaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is logged, and what of it comes out. */
class RedactionTests {

    private static final String TOKEN = "Zk3vQ9-aB_cD0eF1gH2iJ3kL4mN5oP6qR7sT8uV9wX0";

    /** Secrets in angle quotes, among what is harmless and should still be read. */
    private static final List<String> LINES = List.of(
            "GET /visit/«" + TOKEN + "» failed",
            "GET /visit/«short-token»?x=1 failed",
            "at http://localhost:8080/api/v1/visits/«visit.token»/join it",
            "POST /api/v1/invitations/«an-invitation» failed",
            "POST /api/v1/sign-in-links/«a-link» failed",
            "POST /api/v1/password-resets/«a-reset» failed",
            "https://clinic.example/accept-invitation?token=«Abc.17q»&next=1 was opened",
            "https://clinic.example/sign-in?token=«Abc.18q»",
            "only «" + TOKEN + "» itself",
            "API token «hc_" + TOKEN + "» of a machine",
            "https://zoom.us/s/123?zak=«eyJzdiI6.abc» was fetched",
            "https://zoom.us/j/123?pwd=«Secret.1» was joined",
            "https://zoom.us/j/123?tk=1&PWD=«Secret.1»#success",
            "GET /zoom/callback?code=«code.1»&state=«state.1» came back",
            "Authorization: Bearer «abcdefgh.ijkl»",
            "{\"authorization\":\"Basic «dXNlcjpwYXNz»\"} was sent",
            "sent Bearer «abcdefgh12345678» along",
            "{\"access_token\":\"«at.1»\",\"refreshToken\": \"«rt.1»\",\"expires_in\":3599}",
            "grant_type=refresh_token&refresh_token=«rt.2»&client_secret=«cs.1» was refused",
            "{\"password\":\"«a-long-one»\",\"name\":\"fine\"}",
            "passcode=«730616», host=fine",
            "Cookie: HOUSECALL_SESSION=«NTY3OA»; XSRF-TOKEN=«uuid-1»",
            "jwt «eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0dXJl» refused",
            "{\"typeUrl\":\"AesGcmKey\",\"value\":\"«GiBzb21lIGtleSBtYXRlcmlhbA==»\",\"id\":1}",
            "550 5.1.1 <«grete.hermann+test@mail.example.com»>: unknown",
            "for «a@b.example.org». It",
            "to «müller@bücher.example» it went",
            "duplicate key (email)=(«someone@example.org»)");

    private static final List<String> HARMLESS = List.of(
            "Job sync-meeting 01a20fcc-f617-7c74-a8ea-e902e95feed5/01a20fcc-d70f-74d1-9ed3-1c4200c0bd94/0 failed",
            "org.housecall.Thing@1a2b3c4d ran at java.base@25.0.3/java.lang.Thread.run",
            "HikariPool-1 - Added connection org.postgresql.jdbc.PgConnection@3b2c8bda",
            "problem code: not-found, state: READY",
            "Zoom POST /oauth/token: 200 in 8 ms",
            "POST /users/{id}/meetings 201 in 34 ms, tracking WEB_0123456789abcdef0123456789abcdef",
            "Open http://localhost:8080/claim and enter this code: aaaa-bbbb-cccc-dddd",
            "at org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapterAndSomethingElse");

    @TempDir
    Path directory;

    @Test
    void leavesNothingSecretInPlainText() throws Exception {
        check(log());
    }

    @Test
    void leavesNothingSecretInJson() throws Exception {
        String output = log("--logging.structured.format.console=ecs");

        assertThat(output.lines())
                .hasSizeGreaterThan(LINES.size())
                .allSatisfy(line -> assertThat(JsonMapper.shared()
                                .readTree(line)
                                .path("message")
                                .asString())
                        .isNotEmpty());
        check(output.replace("\\\"", "\"").replace("\\/", "/"));
    }

    @Test
    void leavesNothingSecretInAFile() throws Exception {
        Path file = directory.resolve("server.log");
        log("--logging.file.name=" + file);
        check(Files.readString(file));
    }

    /** A length that would take minutes if every character began a search of its own. */
    @Test
    void isQuickWithLongLines() {
        for (String part : List.of("x", "x-", "x.", "eyJ", "eyJ-x.", "token", "x@", "a.b@c", "\"")) {
            String line = part.repeat(200_000 / part.length());
            assertThat(CompletableFuture.supplyAsync(() -> Redaction.of(line)))
                    .as(part)
                    .succeedsWithin(Duration.ofSeconds(5));
        }
    }

    private static void check(String output) {
        for (String line : LINES) {
            String[] parts = line.split("[«»]", -1);
            for (int i = 1; i < parts.length; i += 2) {
                assertThat(output).doesNotContain(parts[i]);
            }
            assertThat(output).contains(parts[parts.length - 1].strip());
        }
        HARMLESS.forEach(line -> assertThat(output).contains("In the message " + line + " end"));
        assertThat(output)
                .contains("GET /visit/*** failed")
                .contains("?zak=***")
                .contains("inner GET /visit/***");
    }

    private String log(String... settings) throws Exception {
        Path lines = Files.write(
                directory.resolve("lines"),
                Stream.concat(LINES.stream().map(line -> line.replaceAll("[«»]", "")), HARMLESS.stream())
                        .toList());
        String[] arguments =
                Stream.concat(Stream.of(lines.toString()), Stream.of(settings)).toArray(String[]::new);
        try (JavaProcess program = JavaProcess.start(directory, LoggingProgram.class, Map.of(), arguments)) {
            assertThat(program.awaitExit()).as(program.errors()).isZero();
            return program.output();
        }
    }
}
