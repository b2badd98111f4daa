package org.housecall.platform;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Outgoing HTTP and mail may take a minute; a transaction held open for that long would hold others' rows and a connection. */
public final class NoTransaction {

    private NoTransaction() {}

    /** Fails where the running thread has a transaction open. */
    public static void check() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("No HTTP and no mail while a transaction is open");
        }
    }
}
