package org.zoomsandbox;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to start a sandbox; port 0 takes any free one. */
public record Options(
        int port,
        boolean loopbackHttpAllowed,
        @Nullable String linkHost,
        List<String> redirectUris,
        @Nullable String webhookUrl) {

    /** Any free port, loopback addresses allowed, links that lead back to the sandbox: what tests want. */
    public static Options forTests() {
        return new Options(0, true, null, List.of(), null);
    }

    public Options withPort(int changed) {
        return new Options(changed, loopbackHttpAllowed, linkHost, redirectUris, webhookUrl);
    }

    public Options withLoopbackHttp(boolean changed) {
        return new Options(port, changed, linkHost, redirectUris, webhookUrl);
    }

    public Options withLinkHost(String changed) {
        return new Options(port, loopbackHttpAllowed, changed, redirectUris, webhookUrl);
    }

    /** Redirect addresses of the ready-made General app. */
    public Options withRedirectUris(List<String> changed) {
        return new Options(port, loopbackHttpAllowed, linkHost, List.copyOf(changed), webhookUrl);
    }

    /** Webhook and deauthorization address of both ready-made apps, taken on trust. */
    public Options withWebhookUrl(String changed) {
        return new Options(port, loopbackHttpAllowed, linkHost, redirectUris, changed);
    }

    /** Reads a command line. */
    static Options parse(List<String> arguments) {
        var options = new Options(8090, false, null, List.of(), null);
        var redirectUris = new ArrayList<String>();
        for (var words = arguments.iterator(); words.hasNext(); ) {
            var word = words.next();
            options = switch (word) {
                case "--port" -> options.withPort(Integer.parseInt(value(word, words)));
                case "--allow-loopback-http" -> options.withLoopbackHttp(true);
                case "--link-host" -> options.withLinkHost(value(word, words));
                case "--webhook-url" -> options.withWebhookUrl(value(word, words));
                case "--redirect-uri" -> {
                    redirectUris.add(value(word, words));
                    yield options;
                }
                default -> throw new IllegalArgumentException("unknown option " + word);
            };
        }
        return options.withRedirectUris(redirectUris);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }
}
