package org.housecallbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What was measured. */
final class Commit {

    private Commit() {}

    /** The checkout's commit, marked where files differ from it; "unknown" outside a checkout. */
    static String here() {
        try {
            return git("describe", "--always", "--abbrev=40", "--exclude=*", "--dirty");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String git(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return answer.isEmpty() ? "unknown" : answer;
    }
}
