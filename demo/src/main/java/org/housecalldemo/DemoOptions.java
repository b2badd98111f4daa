package org.housecalldemo;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be said on the command line. Port 0 takes any free one.
 *
 * @param port the clinic's
 * @param zoomPort the sandbox's; another free one is taken where it is in use
 * @param mailPort the mailbox page's; likewise
 * @param dataDir null: a fresh directory that goes with the demo
 */
record DemoOptions(
        int port, int zoomPort, int mailPort, @Nullable Path dataDir) {

    static final DemoOptions USUAL = new DemoOptions(8080, 8090, 8025, null);

    /** Free ports, so that many demos run side by side. */
    static final DemoOptions ANYWHERE = new DemoOptions(0, 0, 0, null);

    static DemoOptions parse(List<String> arguments) {
        DemoOptions options = USUAL;
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            String word = words.next();
            options = switch (word) {
                case "--port" -> options.withPort(port(word, words));
                case "--zoom-port" -> options.withZoomPort(port(word, words));
                case "--mail-port" -> options.withMailPort(port(word, words));
                case "--data-dir" -> options.withDataDir(Path.of(value(word, words)));
                default ->
                    throw new Refused("The demo does not know " + word
                            + "; it takes --port N, --zoom-port N, --mail-port N and --data-dir DIR.");
            };
        }
        return options;
    }

    DemoOptions withPort(int changed) {
        return new DemoOptions(changed, zoomPort, mailPort, dataDir);
    }

    private DemoOptions withZoomPort(int changed) {
        return new DemoOptions(port, changed, mailPort, dataDir);
    }

    private DemoOptions withMailPort(int changed) {
        return new DemoOptions(port, zoomPort, changed, dataDir);
    }

    DemoOptions withDataDir(Path changed) {
        return new DemoOptions(port, zoomPort, mailPort, changed);
    }

    private static int port(String option, Iterator<String> words) {
        String value = value(option, words);
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
            throw new Refused(option + " takes a number from 0 to 65535, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new Refused(option + " needs a value.");
        }
        return words.next();
    }
}
