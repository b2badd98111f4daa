package org.housecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./housecall} in a checkout and on a machine made up for it. */
class HousecallScriptTests {

    private static final Path SCRIPT = Path.of("..", "housecall");
    private static final List<String> TOOLS = List.of(
            "bash",
            "sh",
            "env",
            "cat",
            "dirname",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "sed",
            "sleep",
            "touch",
            "tr");

    @TempDir
    Path machine;

    private Path checkout;
    private Path programs;

    @BeforeEach
    void makeMachine() throws IOException {
        checkout = Files.createDirectories(machine.resolve("checkout"));
        programs = Files.createDirectories(machine.resolve("bin"));
        program(checkout.resolve("housecall"), Files.readString(SCRIPT));
        for (String tool : TOOLS) {
            program(tool, "exec " + onThisMachine(tool) + " \"$@\"");
        }
    }

    @Test
    void namesMissingJdk() throws Exception {
        assertFails("JDK 25 is missing: install one, such as Eclipse Temurin 25, and set JAVA_HOME if it is in an"
                + " unusual place.");
    }

    @Test
    void takesNoOtherJdk() throws Exception {
        jdk("jdks/java-17", "17.0.15");
        jdk("jdks/java-250", "250.1");
        assertFails("JDK 25 is missing: install one, such as Eclipse Temurin 25, and set JAVA_HOME if it is in an"
                + " unusual place.");
    }

    @Test
    void namesMissingMaven() throws Exception {
        jdk("jdks/java-25", "25.0.3");
        assertFails("Maven 3.8.7 or newer is missing: install your system's package 'maven' or put a newer mvn on the"
                + " PATH.");
    }

    @Test
    void namesMavenThatIsTooOld() throws Exception {
        jdk("jdks/java-25", "25.0.3");
        program("mvn", "echo Apache Maven 3.8.6");
        assertFails(
                "Maven 3.8.7 or newer is missing (found 3.8.6): install your system's package 'maven' or put a newer"
                        + " mvn on the PATH.");
    }

    @Test
    void namesMissingNode() throws Exception {
        jdk("jdks/java-25", "25.0.3");
        maven("");
        assertFails(
                "Node 20.19 or newer is missing: install your system's packages 'nodejs' and 'npm' or put a newer node"
                        + " on the PATH.");
    }

    @Test
    void namesNodeThatIsTooOld() throws Exception {
        jdk("jdks/java-25", "25.0.3");
        maven("");
        program("node", "echo v18.19.0");
        assertFails(
                "Node 20.19 or newer is missing (found 18.19.0): install your system's packages 'nodejs' and 'npm' or"
                        + " put a newer node on the PATH.");
    }

    @Test
    void runsTheTestsOnJdk25WhereverItIsCalled() throws Exception {
        Path jdk = jdk("jdks/java-25", "25.0.3");
        maven("echo $JAVA_HOME: ${PATH%%:*}: $PWD: $*");
        node();
        Path link = Files.createSymbolicLink(machine.resolve("link"), Path.of("checkout", "housecall"));

        Run run = finish(start(link, "test", "-pl", "server"));

        assertThat(run.output()).isEqualTo(jdk + ": " + jdk + "/bin: " + checkout + ": -B verify -pl server\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void findsJdkOfThePath() throws Exception {
        Path jdk = jdk("elsewhere/java-25", "25");
        Files.createSymbolicLink(programs.resolve("javac"), jdk.resolve("bin/javac"));
        maven("echo $JAVA_HOME");
        node();
        assertThat(finish(start(checkout.resolve("housecall"), "test")).output())
                .isEqualTo(jdk + "\n");
    }

    @Test
    void buildsOnlyWhatChangedAndStartsTheServer() throws Exception {
        jdk("jdks/java-25", "25.0.3");
        maven("mkdir -p server/target; touch server/target/housecall-server.jar");
        node();
        Path script = checkout.resolve("housecall");

        Run first = finish(start(script, "run", "--server.port=0"));
        Run second = finish(start(script, "run"));
        assertThat(first.output())
                .startsWith("Building Housecall")
                .endsWith("java -jar server/target/housecall-server.jar --server.port=0\n");
        assertThat(second.output()).isEqualTo("java -jar server/target/housecall-server.jar\n");

        // A new directory, as a new source file makes.
        Files.createDirectories(checkout.resolve("server/src/main"));
        assertThat(finish(start(script, "run")).output()).startsWith("Building Housecall");
    }

    @Test
    void findsTheFileToCompareTheAuditTrailWithWhereItIsCalledFrom() throws Exception {
        jdk("jdks/java-25", "25.0.3");
        maven("mkdir -p server/target; touch server/target/housecall-server.jar");
        node();
        Path script = checkout.resolve("housecall");
        String command = "java -jar server/target/housecall-server.jar audit verify";

        assertThat(finish(start(script, "audit", "verify")).output()).endsWith(command + "\n");
        assertThat(finish(start(script, "audit", "verify", "kept.txt")).output())
                .isEqualTo(command + " " + machine.resolve("kept.txt") + "\n");
        assertThat(finish(start(script, "audit", "verify", "/mnt/kept.txt")).output())
                .isEqualTo(command + " /mnt/kept.txt\n");
    }

    @Test
    void passesOnWhatIsToBeDoneWithTheKeys() throws Exception {
        jdk("jdks/java-25", "25.0.3");
        maven("mkdir -p server/target; touch server/target/housecall-server.jar");
        node();
        assertThat(finish(start(checkout.resolve("housecall"), "keys", "rotate", "--print"))
                        .output())
                .endsWith("java -jar server/target/housecall-server.jar keys rotate --print\n");
    }

    @Test
    void passesOnWhoseReadinessIsToBeChecked() throws Exception {
        jdk("jdks/java-25", "25.0.3");
        maven("mkdir -p server/target; touch server/target/housecall-server.jar");
        node();
        assertThat(finish(start(checkout.resolve("housecall"), "readiness", "--clinic", "harbour"))
                        .output())
                .endsWith("java -jar server/target/housecall-server.jar readiness --clinic harbour\n");
    }

    @Test
    void showsWhyABuildFailed() throws Exception {
        jdk("jdks/java-25", "25.0.3");
        maven("echo '[INFO] fine'; echo '[ERROR] Visit.java does not compile'; exit 1");
        node();
        Run run = finish(start(checkout.resolve("housecall"), "demo"));
        assertThat(run.errors())
                .isEqualTo("[ERROR] Visit.java does not compile\nhousecall: the build failed; its full log is "
                        + checkout.resolve("target/build.log") + "\n");
        assertThat(run.exitCode()).isOne();
    }

    @Test
    void endsTheBuildWithItself() throws Exception {
        jdk("jdks/java-25", "25.0.3");
        maven("echo $$ > building; exec sleep 600");
        node();
        Process script = start(checkout.resolve("housecall"), "demo");
        Path building = checkout.resolve("building");
        JavaProcess.await(() -> Files.exists(building) && building.toFile().length() > 0);
        ProcessHandle maven = ProcessHandle.of(
                        Long.parseLong(Files.readString(building).strip()))
                .orElseThrow();

        script.destroy();

        assertThat(script.waitFor(1, TimeUnit.MINUTES)).isTrue();
        JavaProcess.await(() -> !maven.isAlive());
    }

    @Test
    void explainsItself() throws Exception {
        assertThat(finish(start(checkout.resolve("housecall"))).output())
                .contains("demo", "test", "run", "audit verify", "keys status", "readiness", "bench", "format");
        Run run = finish(start(checkout.resolve("housecall"), "walk"));
        assertThat(run.errors())
                .isEqualTo(
                        "housecall: 'walk' is none of demo, test, run, audit, keys, readiness, bench, pictures, format and help.\n");
        assertThat(run.exitCode()).isOne();
    }

    private record Run(int exitCode, String output, String errors) {}

    private void assertFails(String sentence) throws Exception {
        for (String verb : List.of("demo", "test", "run", "audit", "keys", "readiness", "bench", "format")) {
            Run run = finish(start(checkout.resolve("housecall"), verb));
            assertThat(run.errors()).isEqualTo("housecall: " + sentence + "\n");
            assertThat(run.output()).isEmpty();
            assertThat(run.exitCode()).isOne();
        }
    }

    private Process start(Path script, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(script.toString()), Arrays.stream(arguments))
                                .toList())
                .directory(machine.toFile())
                .redirectOutput(machine.resolve("output").toFile())
                .redirectError(machine.resolve("errors").toFile());
        builder.environment().clear();
        builder.environment().put("HOME", machine.toString());
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("HOUSECALL_JDK_DIRS", machine.resolve("jdks").toString());
        return builder.start();
    }

    private Run finish(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(machine.resolve("output")),
                Files.readString(machine.resolve("errors")));
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = machine.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/javac"), "#!/bin/sh\n");
        program(home.resolve("bin/java"), "#!/bin/sh\necho java $*\n");
        return home;
    }

    private void maven(String work) throws IOException {
        program("mvn", "if [ \"$1\" = --version ]; then echo Apache Maven 3.9.16; exit; fi\n" + work);
    }

    private void node() throws IOException {
        program("node", "echo v20.20.2");
    }

    private void program(String name, String content) throws IOException {
        program(programs.resolve(name), "#!/bin/sh\n" + content + "\n");
    }

    private static void program(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path onThisMachine(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
