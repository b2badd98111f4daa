package org.housecall.audit;

import java.time.Duration;
import java.util.UUID;
import org.housecall.jobs.RecurringJob;
import org.housecall.platform.CurrentClinic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals what has been written since: until then the database's owner could change it unnoticed. */
@Component
class Sealing implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    private final AuditChain chain;

    Sealing(AuditChain chain) {
        this.chain = chain;
    }

    @Override
    public String kind() {
        return "seal-audit";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        chain.behind().forEach(this::seal);
    }

    private void seal(UUID clinicId) {
        try {
            int sealed;
            do {
                sealed = CurrentClinic.in(clinicId, chain::seal);
            } while (sealed == AuditChain.MOST_AT_ONCE);
        } catch (RuntimeException e) {
            log.error(
                    "The audit trail of clinic {} could not be sealed; it is tried again",
                    clinicId,
                    e); // others' go on
        }
    }
}
