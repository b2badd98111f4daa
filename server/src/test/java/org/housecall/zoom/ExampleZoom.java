package org.housecall.zoom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Zoom that knows nothing but the examples of its documentation: it answers with them, one meeting long, and keeps
 * every request as it came over the wire. Unlike the sandbox it understands nothing, so it can share no misunderstanding.
 */
final class ExampleZoom implements AutoCloseable {

    static final String MEETING_ID = "85746065432";
    static final String USER_ID = "30R7kT7bTIKSNUFEuH_Qlg";

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String TOKENS = """
            {"access_token":"eyJ.access.example","token_type":"bearer","refresh_token":"eyJ.refresh.example","expires_in":3599,
             "scope":"meeting:read:meeting meeting:write:meeting user:read:user meeting:delete:meeting meeting:update:meeting meeting:read:list_meetings",
             "api_url":"https://api-us.zoom.us"}""";
    private static final String ACCOUNT_TOKEN = """
            {"access_token":"eyJ.account.example","token_type":"bearer","expires_in":3599,
             "scope":"meeting:read:meeting:admin meeting:write:meeting:admin user:read:user:admin meeting:delete:meeting:admin meeting:update:meeting:admin",
             "api_url":"https://api-us.zoom.us"}""";
    private static final String USER = """
            {"id":"30R7kT7bTIKSNUFEuH_Qlg","first_name":"A","last_name":"B","display_name":"A B","email":"dr@example.com","type":2,
             "role_name":"Owner","role_id":"0","pmi":8574606543,"use_pmi":false,"timezone":"","verified":1,"dept":"",
             "created_at":"2026-03-20T10:00:00Z","account_id":"exampleAccount00000001","account_number":1,"status":"active",
             "language":"en-US","cluster":"us06","plan_united_type":null}""";
    private static final String MEETING = """
            {"uuid":"/DYlohsHRtCd4ii1uC2+hA==","id":85746065432,"host_id":"30R7kT7bTIKSNUFEuH_Qlg","host_email":"dr@example.com",
             "topic":"Visit","type":2,"status":"waiting","start_time":"2026-03-25T07:30:00Z","duration":30,"timezone":"Europe/Kyiv",
             "agenda":"","created_at":"2026-03-20T10:00:00Z",
             "start_url":"https://us06web.zoom.us/s/85746065432?zak=eyJ.zak.example","join_url":"https://us06web.zoom.us/j/85746065432?pwd=enc.1",
             "chat_join_url":"https://us06web.zoom.us/launch/jc/85746065432","password":"Abc123","h323_password":"482913",
             "pstn_password":"482913","encrypted_password":"enc.1",
             "settings":{"waiting_room":true,"join_before_host":false,"jbh_time":0,"approval_type":2,"meeting_authentication":false,
              "encryption_type":"enhanced_encryption","auto_recording":"none","alternative_hosts":"","global_dial_in_numbers":[]},
             "creation_source":"open_api","pre_schedule":false}""";

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable ObjectNode> meeting = new AtomicReference<>();
    private final AtomicReference<@Nullable Answer> nextToken = new AtomicReference<>();

    ExampleZoom() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    /** A request as it came. Names of headers are in lower case. */
    record Request(String method, String path, @Nullable String query, Map<String, String> headers, String body) {

        String operation() {
            return method + " " + path;
        }

        /** The operation with its query. */
        String line() {
            return operation() + (query == null ? "" : "?" + query);
        }

        JsonNode json() {
            return JSON.readTree(body);
        }

        Map<String, String> form() {
            return fields(body);
        }
    }

    /** What is said to a request. */
    record Answer(int status, String type, String body) {

        static Answer json(int status, String body) {
            return new Answer(status, "application/json;charset=UTF-8", body);
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<Request> requests(String operation) {
        return requests.stream().filter(it -> it.operation().matches(operation)).toList();
    }

    /** The next request to the token endpoint is answered so. */
    void answerToken(Answer answer) {
        nextToken.set(answer);
    }

    static Map<String, String> fields(@Nullable String encoded) {
        return encoded == null || encoded.isEmpty()
                ? Map.of()
                : Arrays.stream(encoded.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestURI().getRawQuery(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requests.add(request);
        Answer answer = answer(request);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", answer.type());
        exchange.getResponseHeaders().add("x-zm-trackingid", "v=2.0;clid=us06;rid=WEB_example");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Answer answer(Request request) {
        String operation = request.operation();
        if (operation.equals("POST /oauth/token")) {
            Answer special = nextToken.getAndSet(null);
            return special != null
                    ? special
                    : Answer.json(
                            200,
                            "account_credentials".equals(request.form().get("grant_type")) ? ACCOUNT_TOKEN : TOKENS);
        }
        if (operation.equals("POST /oauth/revoke")) {
            return Answer.json(200, "{\"status\":\"success\"}");
        }
        if (operation.matches("GET /v2/users/[^/]+")) {
            return Answer.json(200, USER);
        }
        if (operation.matches("POST /v2/users/[^/]+/meetings")) {
            meeting.set((ObjectNode) JSON.readTree(MEETING));
            return Answer.json(201, asWished(request).toString());
        }
        if (operation.matches("GET /v2/users/[^/]+/meetings")) {
            return Answer.json(200, list());
        }
        return aboutTheMeeting(request);
    }

    private Answer aboutTheMeeting(Request request) {
        if (meeting.get() == null || !request.path().equals("/v2/meetings/" + MEETING_ID)) {
            return Answer.json(404, "{\"code\":3001,\"message\":\"Meeting does not exist: 1.\"}");
        }
        return switch (request.method()) {
            case "GET" -> Answer.json(200, String.valueOf(meeting.get()));
            case "PATCH" -> {
                asWished(request);
                yield Answer.json(204, "");
            }
            case "DELETE" -> {
                meeting.set(null);
                yield Answer.json(204, "");
            }
            default -> Answer.json(404, "{}");
        };
    }

    private ObjectNode asWished(Request request) {
        ObjectNode now = (ObjectNode) JSON.readTree(String.valueOf(meeting.get()));
        for (String field : List.of("topic", "start_time", "duration", "timezone")) {
            if (request.json().has(field)) {
                now.set(field, request.json().get(field));
            }
        }
        meeting.set(now);
        return now;
    }

    private String list() {
        return "{\"page_size\":300,\"total_records\":1,\"next_page_token\":\"\",\"meetings\":["
                + (meeting.get() == null ? "" : meeting.get()) + "]}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
