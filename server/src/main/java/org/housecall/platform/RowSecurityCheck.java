package org.housecall.platform;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to serve on a database role that row-level security does not bind. */
@Component
class RowSecurityCheck {

    RowSecurityCheck(JdbcClient jdbc, FlywayMigrationInitializer afterMigration) {
        boolean bound = jdbc.sql("select not (rolsuper or rolbypassrls) from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single();
        if (!bound) {
            throw new StartupProblem(
                    "the database role bypasses row-level security, so clinics would not be apart",
                    "Let the migrations create the role housecall_app, or create it with NOBYPASSRLS.");
        }
    }
}
