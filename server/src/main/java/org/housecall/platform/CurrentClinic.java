package org.housecall.platform;

import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The clinic whose rows the running thread may touch. Set from a route or a job's payload; every transaction begun
 * inside carries it to PostgreSQL's row-level security. Without one, a transaction sees no clinic's rows.
 */
public final class CurrentClinic {

    /** Owns no clinic's rows; the installation's own audit entries and mails carry it. */
    public static final UUID NONE = new UUID(0, 0);

    private static final ScopedValue<UUID> CLINIC = ScopedValue.newInstance();

    private CurrentClinic() {}

    /** Runs the work in a clinic. One transaction, one clinic: fails where a transaction of another is open. */
    public static <T> T in(UUID clinicId, Supplier<T> work) {
        refuseSwitch(clinicId);
        return ScopedValue.where(CLINIC, clinicId).call(work::get);
    }

    /** As {@link #in(UUID, Supplier)}, for work that may throw. */
    public static <X extends Exception> void inThrowing(UUID clinicId, Work<X> work) throws X {
        refuseSwitch(clinicId);
        ScopedValue.where(CLINIC, clinicId).<@org.jspecify.annotations.Nullable Object, X>call(() -> {
            work.run();
            return null;
        });
    }

    /** The clinic set, or {@link #NONE}. */
    public static UUID idOrNone() {
        return CLINIC.isBound() ? CLINIC.get() : NONE;
    }

    /** The clinic set; fails where none is. */
    public static UUID id() {
        if (!CLINIC.isBound()) {
            throw new IllegalStateException("No clinic is set");
        }
        return CLINIC.get();
    }

    private static void refuseSwitch(UUID clinicId) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !idOrNone().equals(clinicId)) {
            throw new IllegalStateException("A transaction of another clinic is open");
        }
    }

    /** Work that may throw. */
    @FunctionalInterface
    public interface Work<X extends Exception> {
        void run() throws X;
    }
}
