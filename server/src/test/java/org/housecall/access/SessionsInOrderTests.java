package org.housecall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.housecall.TestDatabase;
import org.housecall.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/** An account's sessions are found whole, in whichever order the database comes upon their parts. */
class SessionsInOrderTests {

    private static final String OWNER = "an account";

    private final SingleConnectionDataSource database = new SingleConnectionDataSource(
            TestDatabase.freshUrl(), TestDatabase.username(), TestDatabase.password(), true);

    @BeforeEach
    void makeTables() {
        new ResourceDatabasePopulator(
                        new ClassPathResource("schema-postgresql.sql", JdbcIndexedSessionRepository.class))
                .execute(database);
    }

    @AfterEach
    void close() {
        database.destroy();
    }

    @Test
    void findsEachWhole() {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        JdbcIndexedSessionRepository repository =
                new JdbcIndexedSessionRepository(jdbc, TransactionOperations.withoutTransaction());
        TestServer.beans(SessionsInOrder.class).forEach(it -> it.customize(repository));
        // As it is with many sessions: the attributes are read as they lie.
        jdbc.execute("set enable_nestloop = off");
        jdbc.execute("set enable_mergejoin = off");

        Map<String, ? extends Session> found = openTwoAlternately((FindByIndexNameSessionRepository<?>) repository);

        assertThat(found.values())
                .hasSize(2)
                .allSatisfy(session ->
                        assertThat(session.getAttributeNames()).contains(Sessions.OPENED_AT, Sessions.SIGNED_IN_AT));
    }

    private static <S extends Session> Map<String, S> openTwoAlternately(
            FindByIndexNameSessionRepository<S> repository) {
        List<S> sessions = List.of(repository.createSession(), repository.createSession());
        for (String attribute : List.of(Sessions.OPENED_AT, Sessions.SIGNED_IN_AT)) {
            for (S session : sessions) {
                session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, OWNER);
                session.setAttribute(attribute, "a time");
                repository.save(session);
            }
        }
        return repository.findByPrincipalName(OWNER);
    }
}
