package org.housecall.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.housecall.TestDatabase;
import org.housecall.platform.postgres.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts on one database with keys that fit and keys that do not. */
class EncryptionKeyTests {

    private static final String SECRET = "what must not be lost";

    @TempDir
    Path dataDir;

    private final Map<String, String> settings = new HashMap<>(TestDatabase.freshSettings());

    @Test
    void makesAKeyForItsOwnerAloneWithANewDatabase() throws Exception {
        byte[] sealed = seal();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(open(sealed)).isEqualTo(SECRET);
        try (var files = Files.list(dataDir)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void makesNoOtherKeyWhereTheKeyOfADatabaseIsLost() throws Exception {
        byte[] sealed = seal();
        Path away = Files.move(file(), dataDir.resolve("away"));

        assertRefuses(this::seal, "there is no encryption key in " + file());

        assertThat(file()).doesNotExist();
        Files.move(away, file());
        assertThat(open(sealed)).isEqualTo(SECRET);
    }

    @Test
    void refusesAKeyOfAnotherDatabaseAndChangesNothing() throws Exception {
        byte[] sealed = seal();
        String key = Files.readString(file());
        String needed = Keyset.name(Keyset.parse(key).primary());
        Files.writeString(file(), Keyset.fresh().json());

        assertRefuses(this::seal, "the encryption key does not fit this database, which needs key " + needed);

        Files.writeString(file(), key);
        assertThat(open(sealed)).isEqualTo(SECRET);
    }

    @Test
    void refusesTheKeysetFromBeforeARotation() throws Exception {
        seal();
        Keyset before = Keyset.parse(Files.readString(file()));
        Keyset after = before.withNewKey().promoted();
        Files.writeString(file(), after.json());
        byte[] sealed = seal();

        Files.writeString(file(), before.json());
        assertRefuses(this::seal, "which needs key " + Keyset.name(after.primary()));

        Files.writeString(file(), after.withoutOld().json());
        assertRefuses(this::seal, "which needs key " + Keyset.name(before.primary()));

        Files.writeString(file(), after.json());
        assertThat(open(sealed)).isEqualTo(SECRET);
    }

    @Test
    void takesTheKeyFromTheFileOrTheTextThatIsConfigured() throws Exception {
        byte[] sealed = seal();
        Path elsewhere = Files.move(file(), dataDir.resolve("elsewhere.json"));

        settings.put("housecall.encryption-key-file", elsewhere.toString());
        settings.put("housecall.encryption-key", ""); // as an unset variable arrives from a compose file
        assertThat(open(sealed)).isEqualTo(SECRET);

        settings.remove("housecall.encryption-key-file");
        settings.put("housecall.encryption-key", Files.readString(elsewhere));
        assertThat(open(sealed)).isEqualTo(SECRET);

        settings.put("housecall.encryption-key-file", elsewhere.toString());
        assertRefuses(this::seal, "there are two encryption keys");
        assertThat(file()).doesNotExist();
    }

    @Test
    void makesNoConfiguredFile() {
        Path missing = dataDir.resolve("missing.json");
        settings.put("housecall.encryption-key-file", missing.toString());

        assertRefuses(this::seal, "there is no encryption key in " + missing);

        assertThat(missing).doesNotExist();
        assertThat(file()).doesNotExist();
    }

    @Test
    void refusesWhatIsNoKeyset() throws Exception {
        Files.writeString(file(), "not a keyset");

        assertRefuses(this::seal, "the encryption key cannot be read");

        assertThat(file()).hasContent("not a keyset");
    }

    @Test
    void tellsWhereWhoTakesTheDatabaseTakesTheKeyAlong() throws Exception {
        URI base = URI.create("http://localhost:8080");
        Path data = dataDir.resolve("data");
        Path elsewhere = dataDir.resolve("elsewhere.json");
        PlatformSettings settingsOfData = new PlatformSettings(base, data, null, null);
        try (EmbeddedDatabase database = EmbeddedDatabase.startThrowaway(data, Path.of("target", "postgres"))) {
            ObjectProvider<EmbeddedDatabase> embedded = provider(Map.of("database", database));
            EncryptionKey beside = new EncryptionKey(settingsOfData, embedded);
            String keyset = beside.create().json();
            Files.writeString(elsewhere, keyset);

            assertThat(beside.liesWithDatabase()).isTrue();
            assertThat(new EncryptionKey(new PlatformSettings(base, data, null, beside.file()), embedded)
                            .liesWithDatabase())
                    .isTrue();
            assertThat(new EncryptionKey(new PlatformSettings(base, data, null, elsewhere), embedded)
                            .liesWithDatabase())
                    .isFalse();
            assertThat(new EncryptionKey(new PlatformSettings(base, data, keyset, null), embedded).liesWithDatabase())
                    .isFalse();
            assertThat(new EncryptionKey(settingsOfData, provider(Map.of())).liesWithDatabase())
                    .isFalse();
        }
    }

    private static ObjectProvider<EmbeddedDatabase> provider(Map<String, Object> beans) {
        return new StaticListableBeanFactory(beans).getBeanProvider(EmbeddedDatabase.class);
    }

    private static void assertRefuses(ThrowingCallable start, String problem) {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(start)
                .extracting(EncryptionKeyTests::startupProblem)
                .asString()
                .contains(problem);
    }

    private static String startupProblem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupProblem found) {
                return found.problem();
            }
        }
        return "no start-up problem: " + failure;
    }

    private byte[] seal() {
        try (ConfigurableApplicationContext server = start()) {
            return server.getBean(SecretBox.class).seal(SECRET, "test");
        }
    }

    private String open(byte[] sealed) {
        try (ConfigurableApplicationContext server = start()) {
            assertThat(server.getBean(JdbcClient.class)
                            .sql("select count(*) from encryption_key")
                            .query(Long.class)
                            .single())
                    .isPositive();
            return server.getBean(SecretBox.class).open(sealed, "test");
        }
    }

    private Path file() {
        return dataDir.resolve("encryption-key.json");
    }

    private ConfigurableApplicationContext start() {
        settings.put("housecall.data-dir", dataDir.toString());
        settings.put("server.port", "0");
        return new SpringApplicationBuilder(Program.class)
                .web(WebApplicationType.NONE)
                .run(settings.entrySet().stream()
                        .map(it -> "--" + it.getKey() + "=" + it.getValue())
                        .toArray(String[]::new));
    }

    /** As little of the server as has a key and a database. */
    @ImportAutoConfiguration({
        FlywayAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @EnableConfigurationProperties(DataSourceProperties.class)
    @ConfigurationPropertiesScan("org.housecall.platform")
    @Import({DatabaseConfiguration.class, EncryptionKeyCheck.class, EncryptionKey.class, KeysInUse.class})
    static class Program {}
}
