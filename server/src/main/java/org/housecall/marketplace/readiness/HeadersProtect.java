package org.housecall.marketplace.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.housecall.platform.OutgoingHttp;

/** What our pages tell browsers arrives, and nothing in front of the server tells more of itself than it should. */
final class HeadersProtect implements ReadinessCheck {

    private static final Pattern VERSION = Pattern.compile("\\d");
    private static final Pattern STACK_TRACE = Pattern.compile("\\bat [\\w.$]+\\([\\w.]+(:\\d+)?\\)|\\w+Exception\\b");

    @Override
    public String id() {
        return "headers";
    }

    @Override
    public Outcome judge(Observed observed) {
        Object url = observed.listing().baseUrl();
        if (!observed.hasPublicAddress()) {
            return Outcome.red("local", url);
        }
        if (observed.page().isEmpty() || observed.error().isEmpty()) {
            return Outcome.amber("silent", url);
        }
        List<String> missing = missing(observed.page().get().headers());
        if (!missing.isEmpty()) {
            return Outcome.red("missing", String.join(", ", missing));
        }
        List<String> telling = new ArrayList<>(telling(observed.page().get().headers()));
        telling.addAll(telling(observed.error().get().headers()));
        if (!telling.isEmpty()) {
            return Outcome.red("telling", String.join(", ", telling));
        }
        return tellsATrace(observed.error().get()) ? Outcome.red("trace", url) : Outcome.green("there", url);
    }

    private static List<String> missing(Map<String, String> headers) {
        List<String> missing = new ArrayList<>();
        for (String name : List.of(
                "Strict-Transport-Security",
                "Content-Security-Policy",
                "X-Content-Type-Options",
                "X-Frame-Options",
                "Referrer-Policy")) {
            if (!headers.containsKey(name)) {
                missing.add(name);
            }
        }
        if (headers.getOrDefault("Content-Security-Policy", "").contains("frame-ancestors")) {
            missing.remove("X-Frame-Options"); // says the same, to browsers of today
        }
        return missing;
    }

    /** A server's name is no secret; its version says which holes to try. */
    private static List<String> telling(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> switch (header.getKey().toLowerCase(Locale.ROOT)) {
                    case "server" -> VERSION.matcher(header.getValue()).find();
                    case "x-powered-by", "x-aspnet-version" -> true;
                    default -> false;
                })
                .map(header -> header.getKey() + ": " + header.getValue())
                .toList();
    }

    private static boolean tellsATrace(OutgoingHttp.Answer error) {
        return STACK_TRACE.matcher(error.body()).find();
    }
}
