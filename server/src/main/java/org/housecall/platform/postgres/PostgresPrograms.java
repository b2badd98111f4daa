package org.housecall.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs as its account and waits for them. */
record PostgresPrograms(Path directory, PostgresAccount account, Path workingDirectory) {

    /** How a program ended, with everything it printed. */
    record Outcome(int exitCode, String output) {

        boolean failed() {
            return exitCode != 0;
        }

        String lastLine() {
            return output.strip().lines().reduce("no message", (before, last) -> last);
        }
    }

    Path path(String program) {
        return directory.resolve("bin").resolve(program);
    }

    Outcome run(Duration limit, String program, List<String> arguments) throws IOException {
        // A file, not a pipe: nothing waits for a descendant that keeps the pipe open.
        Path output = OwnerOnly.temporaryFile(workingDirectory, "output-");
        try {
            Process process =
                    builder(program, arguments).redirectOutput(output.toFile()).start();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, program + " did not end within " + limit.toSeconds() + " s");
            }
            return new Outcome(process.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted while waiting for " + program);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private ProcessBuilder builder(String program, List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                        account.command(path(program).toString(), arguments))
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true);
        // PGPORT, PGOPTIONS and the like, meant for another PostgreSQL, would reach ours.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
