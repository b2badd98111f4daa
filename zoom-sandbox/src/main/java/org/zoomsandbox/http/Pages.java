package org.zoomsandbox.http;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The sandbox's HTML pages: templates that escape whatever they show. */
public final class Pages {

    private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(true).nullValue("");

    private Pages() {}

    /** Shows the page inside the frame that says it is a sandbox. */
    public static void show(Context context, int status, String page, Map<String, ?> values) {
        var frame = new HashMap<String, Object>();
        frame.put("content", fragment(page, values));
        frame.put("wide", page.equals("overview"));
        frame.put("title", values.containsKey("title") ? values.get("title") : "Sandbox");
        context.status(status)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "same-origin")
                .html(fragment("frame", frame));
    }

    /** Shows a heading and a sentence. */
    public static void notice(Context context, int status, String title, String message) {
        show(context, status, "notice", Map.of("title", title, "message", message));
    }

    /** The page without its frame. */
    public static String fragment(String page, Map<String, ?> values) {
        return TEMPLATES.computeIfAbsent(page, Pages::load).execute(values);
    }

    /** A style sheet or script. */
    public static void asset(Context context) throws IOException {
        var name = context.pathParam("name");
        var type = name.endsWith(".css") ? "text/css" : "text/javascript";
        try (var stream = Pages.class.getResourceAsStream("/org/zoomsandbox/assets/" + name)) {
            if (stream == null) {
                throw new NotFoundResponse();
            }
            context.contentType(type).result(stream.readAllBytes());
        }
    }

    private static Template load(String page) {
        var name = "/org/zoomsandbox/pages/" + page + ".mustache";
        try (var stream = Objects.requireNonNull(Pages.class.getResourceAsStream(name), name)) {
            return COMPILER.compile(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
