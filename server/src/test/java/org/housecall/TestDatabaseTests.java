package org.housecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTests {

    @Test
    void givesEmptyDatabaseEachTime() throws SQLException {
        for (int i = 0; i < 2; i++) {
            try (Connection connection = DriverManager.getConnection(
                            TestDatabase.freshUrl(), TestDatabase.username(), TestDatabase.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table visit (id bigint)");
            }
        }
    }

    @Test
    void lendsLoginWithoutTheRightsOfSuperuser() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        TestDatabase.freshUrl(), TestDatabase.username(), TestDatabase.password());
                Statement statement = connection.createStatement()) {
            try (ResultSet result = statement.executeQuery(
                    "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
                result.next();
                assertThat(result.getBoolean(1)).isFalse();
            }
            statement.execute("create extension btree_gist");
            statement.execute("create extension pgcrypto");
            statement.execute("create extension pg_trgm");
        }
    }
}
