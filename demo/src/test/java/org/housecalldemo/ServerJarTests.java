package org.housecalldemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What clinics run holds nothing that is only there to try it out. */
class ServerJarTests {

    private static final Path SERVER = Path.of("../server/target/housecall-server.jar");
    private static final Path DEMO = Path.of("target/housecall-demo.jar");

    @Test
    void holdsNothingOfTheDemo() throws IOException {
        assertThat(entries(SERVER))
                .contains("BOOT-INF/classes/org/housecall/HousecallServer.class")
                .noneMatch(name -> name.matches(
                        "(?i).*(housecalldemo|zoom-?sandbox|greenmail|javalin|jmustache|housecall-demo).*"));
    }

    @Test
    void isRunnableAndSoIsTheDemo() throws IOException {
        assertThat(mainClass(SERVER)).isEqualTo("org.housecall.HousecallServer");
        assertThat(mainClass(DEMO)).isEqualTo("org.housecalldemo.Demo");
    }

    @Test
    void isInTheDemoAsLibrary() throws IOException {
        assertThat(entries(DEMO)).anyMatch(name -> name.matches("BOOT-INF/lib/housecall-server-.*\\.jar"));
    }

    private static String mainClass(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Start-Class");
        }
    }

    private static List<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }
}
