package org.housecall.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.housecall.HousecallServer;
import org.housecall.TestDatabase;
import org.housecall.clinics.Clinics;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.EncryptionKey;
import org.housecall.platform.KeysInUse;
import org.housecall.platform.Keyset;
import org.housecall.platform.RunningServers;
import org.housecall.platform.SecretBox;
import org.housecall.visits.VisitLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two servers on one database while the key changes; their jobs run when the test says so. */
class SealingAnewTests {

    @TempDir
    Path dataDir;

    private final Map<String, String> settings = new HashMap<>(TestDatabase.freshSettings());

    @Test
    void leavesAloneWhatIsBeingChangedAndReturnsToItLater() {
        try (ConfigurableApplicationContext before = start()) {
            Links links = new Links(before);
            List<UUID> appointments = List.of(UUID.randomUUID(), UUID.randomUUID());
            appointments.forEach(links::add);
            String held = links.token(appointments.getFirst());
            String other = links.token(appointments.getLast());
            int old = before.getBean(Keyset.class).primary();
            rotate(before);

            try (ConfigurableApplicationContext after = start()) {
                SealingAnew job = after.getBean(SealingAnew.class);
                before.getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
                    // The server that does not encrypt with the new key yet writes, and has not committed.
                    links.seal(appointments.getFirst(), "another token");
                    CompletableFuture.runAsync(job::run)
                            .orTimeout(20, TimeUnit.SECONDS)
                            .join();
                    assertThat(new Links(after).keyOf(appointments.getLast())).isNotEqualTo(old);
                });
                assertThat(new Links(after).keyOf(appointments.getFirst())).isEqualTo(old);

                job.run();

                assertThat(held).isNotEqualTo("another token");
                assertThat(new Links(after).token(appointments.getFirst())).isEqualTo("another token");
                assertThat(new Links(after).token(appointments.getLast())).isEqualTo(other);
                assertThat(after.getBean(SealedValues.class).count()).containsOnlyKeys(keyOf(after));
            }
        }
    }

    @Test
    void doesNotBringValuesBackUnderTheKeyBefore() {
        try (ConfigurableApplicationContext before = start()) {
            Links links = new Links(before);
            UUID appointment = UUID.randomUUID();
            links.add(appointment);
            Keyset added = add(before);
            try (ConfigurableApplicationContext second = start()) {
                replace(second, added.promoted());
                try (ConfigurableApplicationContext third = start()) {
                    third.getBean(SealingAnew.class).run();
                    second.getBean(SealingAnew.class).run();

                    assertThat(new Links(third).keyOf(appointment)).isEqualTo(keyOf(third));
                    // What the newest server sealed opens on the one that knew of the key before it was the primary
                    // one.
                    assertThat(new Links(second).token(appointment)).isEqualTo(new Links(third).token(appointment));
                }
            }
        }
    }

    @Test
    void tellsWhichServersRunWithWhichKeyUntilTheyEnd() {
        try (ConfigurableApplicationContext before = start()) {
            rotate(before);
            RunningServers servers = before.getBean(RunningServers.class);
            try (ConfigurableApplicationContext after = start()) {
                assertThatSoon(() -> servers.all().size()).isEqualTo(2);
                assertThat(servers.all())
                        .extracting(RunningServers.Server::primary)
                        .containsExactlyInAnyOrder(keyOf(before), keyOf(after));
                assertThat(servers.all())
                        .filteredOn(server -> server.known().contains(keyOf(after)))
                        .hasSize(1);
                assertThat(after.getBean(KeyStates.class).of(after.getBean(Keyset.class)))
                        .filteredOn(state -> state.role() == KeyState.Role.OLD)
                        .singleElement()
                        .satisfies(state -> {
                            assertThat(state.total()).isZero();
                            assertThat(state.isDispensable()).isFalse();
                        });
            }
            assertThatSoon(() -> servers.all().size()).isEqualTo(1);
        }
    }

    @Test
    void goesPastWhatDoesNotOpen() {
        try (ConfigurableApplicationContext before = start()) {
            Links links = new Links(before);
            UUID spoiled = UUID.randomUUID();
            UUID sound = UUID.randomUUID();
            links.add(spoiled);
            links.add(sound);
            int old = keyOf(before);
            before.getBean(JdbcClient.class)
                    .sql("update visit_link set token = token || '\\x00'::bytea where appointment_id = ?")
                    .param(spoiled)
                    .update();
            rotate(before);

            try (ConfigurableApplicationContext after = start()) {
                after.getBean(SealingAnew.class).run();

                assertThat(new Links(after).keyOf(sound)).isEqualTo(keyOf(after));
                assertThat(new Links(after).keyOf(spoiled)).isEqualTo(old);
                assertThat(after.getBean(KeysInUse.class).all()).containsExactly(old, keyOf(after));
            }
        }
    }

    private static int keyOf(ConfigurableApplicationContext server) {
        return server.getBean(Keyset.class).primary();
    }

    private static void rotate(ConfigurableApplicationContext server) {
        replace(server, server.getBean(Keyset.class).withNewKey().promoted());
    }

    private static Keyset add(ConfigurableApplicationContext server) {
        Keyset added = server.getBean(Keyset.class).withNewKey();
        replace(server, added);
        return added;
    }

    private static void replace(ConfigurableApplicationContext server, Keyset keyset) {
        try {
            server.getBean(EncryptionKey.class).replace(keyset);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ConfigurableApplicationContext start() {
        settings.put("server.port", "0");
        settings.put("housecall.base-url", "http://localhost:8080");
        settings.put("housecall.data-dir", dataDir.toString());
        settings.put("housecall.jobs.enabled", "false");
        settings.put("housecall.pool.size", "4");
        settings.put("housecall.admin.email", "administrator@example.com");
        settings.put("housecall.admin.password", "a long password for tests");
        assertThat(Files.exists(dataDir)).isTrue();
        return new SpringApplicationBuilder(HousecallServer.class)
                .run(settings.entrySet().stream()
                        .map(it -> "--" + it.getKey() + "=" + it.getValue())
                        .toArray(String[]::new));
    }

    /** Visit links of a clinic, as a server keeps them. */
    private record Links(ConfigurableApplicationContext server) {

        void add(UUID appointment) {
            Clinics clinics = server.getBean(Clinics.class);
            if (clinics.all().isEmpty()) {
                clinics.create("Clinic", "clinic", java.time.ZoneOffset.UTC);
            }
            CurrentClinic.in(
                    clinics.all().getFirst().id(),
                    () -> server.getBean(VisitLinks.class).of(appointment));
        }

        void seal(UUID appointment, String token) {
            byte[] sealed = server.getBean(SecretBox.class).seal(token, "visit-link/" + appointment);
            jdbc().sql("update visit_link set token = ? where appointment_id = ?")
                    .params(sealed, appointment)
                    .update();
        }

        String token(UUID appointment) {
            return server.getBean(SecretBox.class).open(sealed(appointment), "visit-link/" + appointment);
        }

        int keyOf(UUID appointment) {
            return java.nio.ByteBuffer.wrap(sealed(appointment)).getInt(1);
        }

        private byte[] sealed(UUID appointment) {
            return jdbc().sql("select token from visit_link where appointment_id = ?")
                    .param(appointment)
                    .query((row, number) -> row.getBytes("token"))
                    .single();
        }

        private JdbcClient jdbc() {
            return server.getBean(JdbcClient.class);
        }
    }
}
