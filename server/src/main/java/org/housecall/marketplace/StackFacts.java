package org.housecall.marketplace;

import org.housecall.booking.PublicPages;
import org.housecall.platform.EncryptionKey;
import org.housecall.platform.postgres.EmbeddedDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this installation runs on, asked of the running parts themselves. */
@Component
class StackFacts {

    private final PublicPages pages;
    private final JdbcClient jdbc;
    private final ObjectProvider<BuildProperties> build;
    private final ObjectProvider<EmbeddedDatabase> embedded;
    private final EncryptionKey key;

    StackFacts(
            PublicPages pages,
            JdbcClient jdbc,
            ObjectProvider<BuildProperties> build,
            ObjectProvider<EmbeddedDatabase> embedded,
            EncryptionKey key) {
        this.pages = pages;
        this.jdbc = jdbc;
        this.build = build;
        this.embedded = embedded;
        this.key = key;
    }

    /** Of Housecall. */
    String version() {
        return build.stream()
                .map(BuildProperties::getVersion)
                .findFirst()
                .orElseGet(() -> pages.message("marketplace.version.unknown"));
    }

    String java() {
        return String.valueOf(Runtime.version().feature());
    }

    String springBoot() {
        return String.valueOf(SpringBootVersion.getVersion());
    }

    String postgresql() {
        return jdbc.sql("show server_version").query(String.class).single();
    }

    /** Where the database is, in words. */
    String databasePlace() {
        return pages.message(
                embedded.getIfAvailable() != null
                        ? "marketplace.database.embedded"
                        : "marketplace.database.configured");
    }

    /** Where the encryption key is, in words. */
    String keyPlace() {
        return pages.message("marketplace.key." + key.place());
    }
}
