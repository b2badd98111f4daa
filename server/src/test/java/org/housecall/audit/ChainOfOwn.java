package org.housecall.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.housecall.TestServer;
import org.housecall.audit.Verification.Head;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit trail of a clinic that a test made up, and what the database's owner can do to it. */
final class ChainOfOwn {

    final UUID clinicId;
    private final Audit audit = TestServer.bean(Audit.class);

    ChainOfOwn() {
        this(UUID.randomUUID());
    }

    ChainOfOwn(UUID clinicId) {
        this.clinicId = clinicId;
    }

    /** Writes so many entries, each with an actor and a subject; their ids in the order of writing. */
    List<UUID> write(int entries) {
        for (int i = 0; i < entries; i++) {
            in(() -> {
                audit.recordFor(UUID.randomUUID(), Action.PATIENT_VIEWED, UUID.randomUUID());
                return true;
            });
        }
        return in(() -> app().sql("select id from audit_entry order by id")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }

    List<UUID> writeSealed(int entries) {
        List<UUID> ids = write(entries);
        seal();
        return ids;
    }

    void seal() {
        TestServer.bean(Sealing.class).run();
    }

    Verification verify() {
        return verify(null);
    }

    Verification verify(@Nullable Head kept) {
        return CurrentClinic.in(
                clinicId, () -> TestServer.bean(AuditChain.class).verify(kept));
    }

    Head head() {
        return Objects.requireNonNull(verify().head());
    }

    <T> T in(Supplier<T> work) {
        return CurrentClinic.in(
                clinicId,
                () -> Objects.requireNonNull(
                        TestServer.bean(TransactionTemplate.class).execute(_ -> work.get())));
    }

    static JdbcClient app() {
        return TestServer.bean(JdbcClient.class);
    }

    /** Works as the database's owner, whom nothing binds. */
    int owner(String sql, Object... parameters) {
        JdbcConnectionDetails details = TestServer.bean(JdbcConnectionDetails.class);
        try (Connection connection =
                DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword())) {
            return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql(sql)
                    .params(parameters)
                    .update();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
