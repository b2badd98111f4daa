package org.housecall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.housecall.TestServer;
import org.housecall.access.AccessMatrix.Line;
import org.junit.jupiter.api.Test;

/** Every operation, asked by everyone, against the table that is kept by hand. */
class AccessMatrixTests {

    private final Map<String, Operation> operations =
            Operation.all().stream().collect(Collectors.toMap(Operation::id, it -> it));
    private final Map<String, Line> matrix = AccessMatrix.read();

    @Test
    void hasOneLineForEveryOperation() {
        assertThat(matrix.keySet()).as("access-matrix.txt").containsExactlyInAnyOrderElementsOf(operations.keySet());
    }

    @Test
    void holdsForEveryoneEverywhere() throws SQLException {
        TestServer.administrator()
                .post("/api/v1/marketplace/reviewer-access", null); // its release notes are read below
        try (AccessCheck check = new AccessCheck(new StaffedClinic(), new StaffedClinic())) {
            // Neither a refusal nor reading changes anything, so both are asked of things that stay as they are.
            matrix.forEach((id, line) -> check.refusals(operation(id), line));
            matrix.forEach((id, line) -> check.reading(operation(id), line));
            matrix.forEach((id, line) -> check.changes(operation(id), line));

            System.out.println("access matrix: " + check.count() + " checks");
            assertThat(check.deviations()).isEmpty();
        }
    }

    private Operation operation(String id) {
        return Objects.requireNonNull(operations.get(id), id);
    }
}
