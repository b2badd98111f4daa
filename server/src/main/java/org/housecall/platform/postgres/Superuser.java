package org.housecall.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.housecall.platform.StartupProblem;

/** What only PostgreSQL's superuser may do. Nobody else uses this login. */
record Superuser(String url, String password) {

    static final String NAME = "postgres";

    void requireDurability(Durability durability) throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            String value = single("show " + setting);
            if (!value.equals(durability.setting())) {
                throw new StartupProblem(
                        "the embedded PostgreSQL has %s = %s, which loses data in a power failure"
                                .formatted(setting, value),
                        "Take the setting out of postgres/cluster/postgresql.auto.conf in the data directory.");
            }
        }
    }

    /** Makes a login that may create roles but is no superuser, so that a managed PostgreSQL grants no less. */
    void ensureLogin(String name, String loginPassword) throws SQLException {
        if (!exists("select from pg_roles where rolname = ?", name)) {
            execute("create role %s login createrole password '%s'".formatted(name, loginPassword));
        }
    }

    void ensureDatabase(String name, String owner) throws SQLException {
        if (!exists("select from pg_database where datname = ?", name)) {
            createDatabase(name, owner);
        }
    }

    void createDatabase(String name, String owner) throws SQLException {
        execute("create database %s owner %s".formatted(name, owner));
    }

    int clients() throws SQLException {
        return Integer.parseInt(single("select count(*) from pg_stat_activity"
                + " where backend_type = 'client backend' and pid <> pg_backend_pid()"));
    }

    private void execute(String command) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private String single(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private boolean exists(String query, String name) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, NAME, password);
    }
}
