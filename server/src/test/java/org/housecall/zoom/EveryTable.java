package org.housecall.zoom;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.housecall.TestServer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** All that the test server has stored, as the database's owner sees it, whom no row is hidden from. */
final class EveryTable {

    private EveryTable() {}

    static List<String> rowsThatMention(String text) {
        return rows().filter(row -> row.contains(text)).toList();
    }

    static Stream<String> rows() {
        JdbcConnectionDetails details = TestServer.bean(JdbcConnectionDetails.class);
        try (Connection owner =
                DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword())) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(owner, true));
            List<String> tables = jdbc.sql("""
                            select table_name from information_schema.tables
                            where table_schema = 'public' and table_type = 'BASE TABLE'""")
                    .query((row, number) -> row.getString("table_name"))
                    .list();
            return tables.stream()
                    .flatMap(table -> jdbc
                            .sql("select t::text as row from \"" + table + "\" t")
                            .query((row, number) -> table + row.getString("row"))
                            .list()
                            .stream())
                    .toList()
                    .stream();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
