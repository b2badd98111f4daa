package org.housecall.platform;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start with a key that does not fit the database, before anything is written with it. */
@Component
class EncryptionKeyCheck {

    private static final String CONTEXT = "installation";

    EncryptionKeyCheck(JdbcClient jdbc, SecretBox box, Clock clock, FlywayMigrationInitializer afterMigration) {
        jdbc.sql("insert into installation (key_check, created_at) values (?, ?) on conflict do nothing")
                .params(box.seal("housecall", CONTEXT), OffsetDateTime.now(clock))
                .update();
        byte[] sealed = jdbc.sql("select key_check from installation")
                .query(byte[].class)
                .single();
        try {
            box.open(sealed, CONTEXT);
        } catch (SecretBox.SealBroken e) {
            throw new StartupProblem(
                    "the encryption key does not fit this database",
                    "Set HOUSECALL_ENCRYPTION_KEY, or put back " + EncryptionKey.FILE
                            + " in the data directory, to the key it was set up with; nothing was changed.",
                    e);
        }
    }
}
