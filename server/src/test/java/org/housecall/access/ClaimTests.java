package org.housecall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.housecall.Api;
import org.housecall.OwnServer;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A first start on an empty database, without a configured Administrator. */
@ExtendWith(OutputCaptureExtension.class)
class ClaimTests {

    private static final String PASSWORD = "a long password for the first one";

    @TempDir
    Path dataDir;

    @Test
    void isClaimedOnceByTheCodeOnTheConsole(CapturedOutput console) throws Exception {
        try (ConfigurableApplicationContext server = start()) {
            String code = codeOn(console);
            Api browser = Api.of(server).opened();
            assertThat(browser.get("/api/v1/installation")
                            .json()
                            .path("claimed")
                            .asBoolean())
                    .isFalse();
            assertThat(claim(browser, "aaaa-bbbb-cccc-dddd", "first@example.com")
                            .status())
                    .isEqualTo(422);
            assertThat(browser.get("/api/v1/installation")
                            .json()
                            .path("claimed")
                            .asBoolean())
                    .isFalse();

            try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Integer> answers = people
                        .invokeAll(List.<Callable<Integer>>of(
                                () -> claim(Api.of(server).opened(), code, "one@example.com")
                                        .status(),
                                () -> claim(Api.of(server).opened(), code.toUpperCase(Locale.ROOT), "other@example.com")
                                        .status()))
                        .stream()
                        .map(it -> it.resultNow())
                        .toList();
                assertThat(answers).containsExactlyInAnyOrder(204, 409);
            }

            assertThat(browser.get("/api/v1/installation")
                            .json()
                            .path("claimed")
                            .asBoolean())
                    .isTrue();
            String winner = server.getBean(JdbcClient.class)
                    .sql("select email from account")
                    .query(String.class)
                    .single();
            assertThat(browser.signIn(winner, PASSWORD)
                            .get("/api/v1/session")
                            .json()
                            .path("administrator")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void isNotClaimedAgain() {
        assertThat(claim(TestServer.nobody().opened(), "aaaa-bbbb-cccc-dddd", "late@example.com")
                        .status())
                .isEqualTo(409);
    }

    private static Api.Answer claim(Api browser, String code, String email) {
        return browser.post("/api/v1/installation/claim", Map.of("code", code, "email", email, "password", PASSWORD));
    }

    private static String codeOn(CapturedOutput console) {
        Matcher printed =
                Pattern.compile("/claim and enter this code: ([a-z2-7-]{29})").matcher(console.getOut());
        assertThat(printed.find()).isTrue();
        return printed.group(1);
    }

    private ConfigurableApplicationContext start() {
        return OwnServer.start(dataDir, Map.of());
    }
}
