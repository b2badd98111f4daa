package org.housecall.platform;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Refuses to start with a keyset that lacks a key of this database, before anything is written with it. A new keyset is
 * made for a new database only: elsewhere it would hide that one is lost.
 */
@Configuration(proxyBeanMethods = false)
class EncryptionKeyCheck {

    private static final String CONTEXT = "installation";

    @Bean
    Keyset keyset(
            EncryptionKey key,
            KeysInUse inUse,
            TransactionTemplate transactions,
            FlywayMigrationInitializer afterMigration) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            inUse.lock();
            List<Integer> known = inUse.all();
            boolean making = known.isEmpty() && !key.isThere() && key.place() == EncryptionKey.Place.DATA_DIRECTORY;
            Keyset keyset = making ? key.create() : key.read();
            SecretBox box = new SecretBox(keyset);
            known.forEach(id -> requireThatOpens(box, id, inUse.proof(id), key));
            if (!known.contains(keyset.primary())) {
                inUse.add(keyset.primary(), box.seal("housecall", CONTEXT));
            }
            return keyset;
        }));
    }

    @Bean
    SecretBox secretBox(Keyset keyset) {
        return new SecretBox(keyset);
    }

    private static void requireThatOpens(SecretBox box, int id, byte[] proof, EncryptionKey key) {
        try {
            box.open(proof, CONTEXT);
        } catch (SecretBox.SealBroken e) {
            throw new StartupProblem(
                    "the encryption key does not fit this database, which needs key " + Keyset.name(id),
                    key.remedy() + " Nothing was changed.",
                    e);
        }
    }
}
