package org.housecall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.housecall.TestServer;
import org.housecall.access.AccessMatrix.Line;
import org.housecall.access.AccessMatrix.Who;
import org.housecall.access.StaffedClinic.Things;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation, sent what nobody should send, by an Administrator, whom nothing else keeps out. The default is a small
 * form and always the same: {@code -Dhousecall.fuzz.rounds=250} sends more, {@code -Dhousecall.fuzz.seed=2} something else.
 */
class FuzzTests {

    private static final long SEED = Long.getLong("housecall.fuzz.seed", 1);
    private static final int ROUNDS = Integer.getInteger("housecall.fuzz.rounds", 20);

    /** On a machine with too much to do, fewer rounds. */
    private static final Duration LONGEST = Duration.ofMinutes(ROUNDS > 20 ? 10 : 1);

    /** What only our insides would say: names of classes, stack traces, SQL, and whoever answers for us when we do not. */
    private static final Pattern INSIDES =
            Pattern.compile("org\\.(housecall|springframework|postgresql|apache)\\b|\\b(java|jakarta|tools)\\.[a-z]+\\."
                    + "|[a-z](Exception|Error)\\b|\\bat [\\w.$]+\\(|SQLSTATE|\\bselect .{0,80} from |insert into"
                    + "|violates|Tomcat|Whitelabel");

    /** Outside the API, with what each may be sent in its query. */
    private static final List<Operation> PAGES = List.of(
            new Operation("booking page", "GET", "/book/{slug}", List.of()),
            new Operation("page of a clinic", "GET", "/c/{slug}/legal/privacy", List.of()),
            new Operation("visit page", "GET", "/visit/{token}", List.of()),
            new Operation("client", "GET", "/clinics/{clinicId}/{page}", List.of("returnTo")),
            new Operation("callback", "GET", "/zoom/callback", List.of("state", "code", "error")),
            new Operation("webhook", "POST", "/zoom/webhooks/{appId}", List.of()),
            new Operation("asset", "GET", "/assets/{file}", List.of()),
            new Operation("monitoring", "GET", "/actuator/{endpoint}", List.of()));

    private static final StaffedClinic CLINIC = new StaffedClinic();
    private static final Things THINGS = CLINIC.own(Who.ADMINISTRATOR);

    private final Random random = new Random(SEED);
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> wrong = new ArrayList<>();
    private int count;

    @AfterEach
    void forgetWhatTheInstallationWasTold() {
        CLINIC.administrator.put("/api/v1/zoom/app", "{\"oauth\": null, \"serverToServer\": null}");
        CLINIC.administrator.put("/api/v1/marketplace/publisher", "{}");
    }

    @Test
    void failsAtNothingAndGivesAwayNothingOfItsInsides() {
        Map<String, Line> lines = AccessMatrix.read();
        List<Operation> operations = Operation.all();
        Instant end = Instant.now().plus(LONGEST);
        for (int round = 0; round < ROUNDS && Instant.now().isBefore(end); round++) {
            for (Operation operation : operations) {
                Line line = Objects.requireNonNull(lines.get(operation.id()), operation.id());
                if (round % 2 == 0 || variesMuch(operation, line)) {
                    send(mutated(operation, line));
                }
            }
            for (Operation page : PAGES) {
                send(mutated(page, new Line(Map.of(), 200, "", null)));
            }
        }
        System.out.println("fuzz: seed " + SEED + ", " + count + " requests");
        assertThat(wrong).as("-Dhousecall.fuzz.seed=" + SEED).isEmpty();
    }

    /** Where there is little to vary, half as often will do. */
    private static boolean variesMuch(Operation operation, Line line) {
        return line.body() != null || !operation.queries().isEmpty();
    }

    /** A request that is as it should be but for one thing. */
    private Fuzzed mutated(Operation operation, Line line) {
        String path = operation.path();
        String query = THINGS.fill(line.query());
        String body = line.body() == null ? "" : THINGS.fill(line.body());
        Map<String, String> headers = Map.of();
        switch (random.nextInt(line.body() == null ? 3 : 6)) {
            case 0 -> path = withOddVariable(path);
            case 1 -> query = withOddParameter(query, operation.queries());
            case 2 -> headers = Map.of(one(Odd.HEADERS), headerValue(one(Odd.TEXTS)));
            case 3 -> body = one(Odd.DOCUMENTS);
            default -> body = Odd.json(body, random);
        }
        return new Fuzzed(operation.method(), filled(path) + query, headers, body);
    }

    private String withOddVariable(String path) {
        List<String> variables = Pattern.compile("\\{\\w+}")
                .matcher(path)
                .results()
                .map(it -> it.group())
                .toList();
        return variables.isEmpty()
                ? path + "/" + encoded(one(Odd.TEXTS))
                : path.replace(one(variables), encoded(one(Odd.TEXTS)));
    }

    /** What is left of a path's variables; those of pages are no ids, and stay odd. */
    private String filled(String path) {
        return path.startsWith("/api/")
                ? THINGS.path(path)
                : Pattern.compile("\\{\\w+}")
                        .matcher(path)
                        .replaceAll(it -> Matcher.quoteReplacement(encoded(one(Odd.TEXTS))));
    }

    private String withOddParameter(String query, List<String> names) {
        String name = names.isEmpty() ? "unknown" : one(names);
        String rest = query.replaceFirst(name + "=[^&]*&?", "");
        return (rest.isEmpty() ? "?" : rest + "&") + name + "=" + encoded(one(Odd.TEXTS));
    }

    /** Our own client refuses to send what is no header's value. */
    private static String headerValue(String text) {
        String printable = text.replaceAll("[^ -~]", "~");
        return printable.substring(0, Math.min(printable.length(), 4000));
    }

    private static String encoded(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.substring(0, Math.min(encoded.length(), 6000)).replaceFirst("%[0-9A-F]?$", "");
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void send(Fuzzed fuzzed) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestServer.baseUrl() + fuzzed.address()))
                .timeout(Duration.ofSeconds(30))
                .method(fuzzed.method(), BodyPublishers.ofString(fuzzed.body()))
                .setHeader("Content-Type", "application/json")
                .setHeader("Authorization", "Bearer " + CLINIC.person(Who.ADMINISTRATOR).token);
        fuzzed.headers().forEach(request::setHeader);
        count++;
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                boolean endless =
                        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                judge(
                        fuzzed.toString(),
                        answer.statusCode(),
                        answer.headers().map().toString()
                                + (endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            wrong.add(fuzzed + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void judge(String request, int status, String answer) {
        Matcher insides = INSIDES.matcher(answer);
        if (status >= 500) {
            wrong.add(request + ": " + status);
        } else if (insides.find()) {
            wrong.add(request + ": " + status + " gives away " + insides.group() + " in " + answer);
        }
    }

    /** What no client library sends. */
    @Test
    void answersWhatIsHardlyHttp() throws IOException {
        for (String head : Odd.HEADS) {
            try (Socket socket =
                    new Socket("localhost", URI.create(TestServer.baseUrl()).getPort())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream()
                        .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                Matcher status = Pattern.compile("^HTTP/1\\.1 (\\d{3})").matcher(answer);
                assertThat(status.find()).as(head).isTrue();
                if (!List.of("501", "505").contains(status.group(1))) { // of HTTP itself, no failures of ours
                    judge(head, Integer.parseInt(status.group(1)), answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private record Fuzzed(String method, String address, Map<String, String> headers, String body) {
        @Override
        public String toString() {
            String all = method + " " + address + " " + headers + " " + body;
            return all.substring(0, Math.min(all.length(), 300));
        }
    }
}
