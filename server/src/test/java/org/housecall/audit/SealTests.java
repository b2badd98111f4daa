package org.housecall.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.housecall.platform.CurrentClinic;
import org.junit.jupiter.api.Test;

/** Hashes computed by another program from what docs/operations.md says. What was sealed once must stay so. */
class SealTests {

    private static final UUID ACCOUNT = UUID.fromString("01a20fcc-d70f-74d1-9ed3-1c4200c0bd94");

    @Test
    void isComputedAsDocumented() {
        Seal first = Seal.of(
                new AuditEntry(
                        UUID.fromString("01a20fcc-f617-7c74-a8ea-e902e95feed5"),
                        CurrentClinic.NONE,
                        Instant.parse("2026-11-24T23:24:32.189255Z"),
                        null,
                        "SIGNED_IN",
                        ACCOUNT,
                        null),
                null);
        Seal second = Seal.of(
                new AuditEntry(
                        UUID.fromString("01a20fe0-103d-7534-b9af-814125e0d0ad"),
                        UUID.fromString("01a20fe0-083c-7718-9d45-d5d5d4a19580"),
                        Instant.parse("2026-11-24T23:24:33Z"),
                        ACCOUNT,
                        "PATIENT_VIEWED",
                        UUID.fromString("01a20fe0-0ae7-76d5-9536-ff8efcfc1a1a"),
                        "2001:db8::1"),
                first);

        assertThat(first.hash()).isEqualTo("1d874508ab9b5a528771b144ed3842885846c153d6304e2ac436b964616a5083");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.hash()).isEqualTo("f85baf5a3ab818818445b812d1b539e7f482d29aaf254456bf39ea1c5d5db988");
    }
}
