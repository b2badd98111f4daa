package org.housecall.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What nobody should send. */
final class Odd {

    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    /** As a parameter, a part of a path, a field's text. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "undefined",
            "true",
            "0",
            "-1",
            "1.5",
            "1e999",
            "NaN",
            "2147483648",
            "9223372036854775808",
            "\u0000",
            "a\u0000b",
            "\u0001\u001f\u007f",
            "\r\nX-Odd: 1",
            "\t",
            "\u2028\u2029",
            "\u202e\ufeff\u200b",
            "\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "e\u0301\u0301\u0301",
            "\u0130\u0131\ufb01",
            "\ufffd\uffff",
            "x".repeat(201),
            "\u00e4".repeat(5000),
            "9".repeat(400),
            "a@".repeat(100) + "b",
            NIL,
            "1-1-1-1-1",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "{" + NIL + "}",
            NIL + "0",
            "0000-00-00",
            "2026-02-30",
            "+999999999-12-31",
            "-999999999-01-01",
            "9999-12-31",
            "10000-01-01",
            "0001-01-01",
            "-0001-01-01",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "294277-01-01T00:00:00Z",
            "2026-01-01T00:00:00+18:00",
            "2026-01-01T24:00:00Z",
            "24:00",
            "23:59:60",
            "23:59:59.999999999",
            "Etc/GMT+99",
            "UTC+25",
            "America/../UTC",
            "'",
            "\"",
            "\\",
            "%",
            "_",
            "%%",
            "';--",
            "' or '1'='1",
            "$1",
            ":name",
            "?",
            "{0}",
            "{",
            "'{0",
            "#{1}",
            "${x}",
            "%s%n",
            "../../x",
            "..%2f..",
            "//",
            ";x=y",
            "<b>",
            "[1,2]",
            "a,b",
            "*",
            "\"1\"",
            "W/\"x\"",
            "\"99999999999\"",
            "text/html",
            "application/xml",
            "application/json;charset=nonsense",
            "*/*;q=x",
            "gzip",
            "xx-YY,;q=",
            "Bearer",
            "bytes=0-1",
            "http://evil.example/");

    static final List<String> HEADERS = List.of(
            "If-Match",
            "Idempotency-Key",
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Content-Type",
            "Content-Encoding",
            "Authorization",
            "Cookie",
            "Origin",
            "Range",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "Forwarded",
            "X-HTTP-Method-Override",
            "X-XSRF-TOKEN",
            "x-zm-signature",
            "x-zm-request-timestamp",
            "x-zm-request-id");

    /** As the whole body. */
    static final List<String> DOCUMENTS = List.of(
            "",
            " ",
            "null",
            "true",
            "0",
            "\"text\"",
            "[]",
            "{}",
            "[{}]",
            "{",
            "}",
            "{\"a\":",
            "{\"a\":1,}",
            "{'a':1}",
            "<a/>",
            "a=b&c=d",
            "\ufeff{}",
            "{\"a\":1}{\"b\":2}",
            "[".repeat(2000),
            "{\"a\":".repeat(2000),
            "[".repeat(600) + "]".repeat(600),
            "{\"\\ud800\":1}",
            "\u0000",
            "1".repeat(2000),
            "{\"name\":\"" + "x".repeat(2_000_000) + "\"}");

    /** In place of a value inside a body, as JSON is written. */
    private static final List<String> VALUES = Stream.concat(
                    Stream.of(
                            "null",
                            "true",
                            "false",
                            "0",
                            "-1",
                            "1.5",
                            "1e999",
                            "-1e-999",
                            "9223372036854775808",
                            "1" + "0".repeat(1500),
                            "[]",
                            "{}",
                            "[null]",
                            "[[]]",
                            "{\"\":null}",
                            "\"\\ud800\"",
                            "\"\\udfff\\ud800\"",
                            "\"\\u0000\"",
                            "[" + "1,".repeat(3000) + "1]",
                            "[".repeat(300) + "]".repeat(300)),
                    TEXTS.stream().map(text -> JsonMapper.shared().writeValueAsString(text)))
            .toList();

    /** Requests up to their end, but for the line that closes the connection. */
    static final List<String> HEADS = List.of(
            "GET /api/v1/%zz HTTP/1.1\r\nHost: localhost",
            "GET /api/v1/clinics/%00 HTTP/1.1\r\nHost: localhost",
            "GET /api/v1/clinics/%c0%af%ff%ed%a0%80 HTTP/1.1\r\nHost: localhost",
            "GET /api/v1/clinics?x=%ff%zz HTTP/1.1\r\nHost: localhost",
            "GET /book/%ff HTTP/1.1\r\nHost: localhost",
            "GET /book/a%2fb HTTP/1.1\r\nHost: localhost",
            "GET /api/v1/clinics/[x]|{y}\"<z> HTTP/1.1\r\nHost: localhost",
            "GET /api/v1/../../etc/passwd HTTP/1.1\r\nHost: localhost",
            "GET //api//v1//session HTTP/1.1\r\nHost: localhost",
            "GET /api/v1/session;jsessionid=x HTTP/1.1\r\nHost: localhost",
            "GET /api/v1/session\\x HTTP/1.1\r\nHost: localhost",
            "GET * HTTP/1.1\r\nHost: localhost",
            "GET http://evil.example/api/v1/session HTTP/1.1\r\nHost: localhost",
            "GET /api/v1/session HTTP/9.9\r\nHost: localhost",
            "GET /api/v1/session HTTP/1.1",
            "GET /api/v1/session HTTP/1.1\r\nHost: a b",
            "GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nCookie: HOUSECALL_SESSION=\u00ff\u0001; XSRF-TOKEN=\"",
            "GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nCookie: HOUSECALL_SESSION=%00",
            "GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nCookie: HOUSECALL_SESSION=" + "QUFB".repeat(500),
            "GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \u00e4\u00ff",
            "GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ",
            "GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000),
            "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost",
            "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1",
            "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nonsense",
            "POST /api/v1/visits/x/join HTTP/1.1\r\nHost: localhost\r\nContent-Type: ///\r\nContent-Length: 0",
            "POST /zoom/webhooks/x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz",
            "PROPFIND /api/v1/session HTTP/1.1\r\nHost: localhost",
            "TRACE /api/v1/session HTTP/1.1\r\nHost: localhost",
            "OPTIONS /api/v1/session HTTP/1.1\r\nHost: localhost",
            "HEAD /api/v1/session HTTP/1.1\r\nHost: localhost",
            "<script> / HTTP/1.1\r\nHost: localhost",
            "nonsense");

    private Odd() {}

    /** A document with one of its values replaced, taken away or doubled. */
    static String json(String document, Random random) {
        JsonNode root = JsonMapper.shared().readTree(document);
        List<Runnable> places = new ArrayList<>();
        collect(root, places);
        places.get(random.nextInt(places.size())).run();
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return root.toString().replace("\"" + PLACE + "\"", value);
    }

    private static final String PLACE = "(here)";

    private static void collect(JsonNode node, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            places.add(() -> object.put("unknown", PLACE));
            object.propertyNames().forEach(name -> {
                places.add(() -> object.put(name, PLACE));
                places.add(() -> object.remove(name));
                collect(object.path(name), places);
            });
        }
        if (node instanceof ArrayNode array) {
            places.add(() -> array.add(PLACE));
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                places.add(() -> array.set(index, PLACE));
                collect(array.path(i), places);
            }
        }
    }
}
