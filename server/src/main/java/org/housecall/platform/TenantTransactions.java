package org.housecall.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** Begins each transaction in the {@link CurrentClinic}, for exactly as long as it lasts. */
class TenantTransactions extends JdbcTransactionManager {

    TenantTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (CurrentClinic.idOrNone().equals(CurrentClinic.NONE)) {
            return; // set_config(…, true) of earlier transactions ended with them
        }
        try (PreparedStatement set = connection.prepareStatement("select set_config('housecall.clinic_id', ?, true)")) {
            set.setString(1, CurrentClinic.id().toString());
            set.execute();
        } catch (SQLException e) {
            throw new CannotCreateTransactionException("Could not set the clinic", e);
        }
    }
}
