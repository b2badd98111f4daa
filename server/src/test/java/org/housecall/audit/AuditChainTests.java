package org.housecall.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.housecall.TestServer;
import org.housecall.audit.Verification.Break;
import org.housecall.audit.Verification.Head;
import org.housecall.audit.Verification.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chain shows of a database that was tampered with, and what it survives. */
class AuditChainTests {

    private final ChainOfOwn chain = new ChainOfOwn();

    @Test
    void holdsEveryEntryInTheOrderOfSealing() {
        chain.writeSealed(2);
        chain.writeSealed(1);

        Verification verification = chain.verify();
        assertThat(verification.broken()).isNull();
        assertThat(verification.sealed()).isEqualTo(3);
        assertThat(verification.waiting()).isZero();
        assertThat(chain.head().number()).isEqualTo(3);
        assertThat(chain.head().hash()).matches("[0-9a-f]{64}");
        assertThat(chain.verify(chain.head()).broken()).isNull();
    }

    @Test
    void hasNoHeadWhereNothingHappened() {
        assertThat(chain.verify()).isEqualTo(new Verification(0, 0, null, null));
    }

    @Test
    void sealsWhatCommitsAfterALaterEntryWasSealed() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch otherSealed = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> late = threads.submit(() -> chain.in(() -> {
                TestServer.bean(Audit.class).record(Action.PATIENT_VIEWED, null);
                written.countDown();
                await(otherSealed);
                return true;
            }));
            await(written);
            chain.writeSealed(1);
            assertThat(chain.verify().sealed()).isEqualTo(1);
            otherSealed.countDown();
            late.get();
        }

        chain.seal();

        assertThat(chain.verify().broken()).isNull();
        assertThat(chain.verify().sealed()).isEqualTo(2);
    }

    @Test
    void staysOneChainWhenTwoSealAtOnce() throws Exception {
        chain.write(AuditChain.MOST_AT_ONCE + 20);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sealing = List.of(threads.submit(chain::seal), threads.submit(chain::seal));
            for (Future<?> each : sealing) {
                each.get();
            }
        }

        assertThat(chain.verify()).satisfies(it -> {
            assertThat(it.broken()).isNull();
            assertThat(it.sealed()).isEqualTo(AuditChain.MOST_AT_ONCE + 20);
            assertThat(it.waiting()).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at - interval '1 microsecond'",
                "actor = gen_random_uuid()",
                "actor = null",
                "action = 'PATIENT_CREATED'",
                "subject = gen_random_uuid()",
                "subject = null",
                "origin = '192.0.2.1'"
            })
    void namesTheEntryThatWasChanged(String change) {
        List<UUID> ids = chain.writeSealed(3);

        assertThat(chain.owner("update audit_entry set " + change + " where id = ?", ids.get(1)))
                .isEqualTo(1);

        assertThat(chain.verify().broken()).isEqualTo(new Break(Kind.ENTRY_CHANGED, 2L, ids.get(1)));
        assertThat(chain.verify().sealed()).isEqualTo(1);
        assertThat(chain.verify().head()).isNull();
    }

    @Test
    void namesTheEntryThatIsMissing() {
        List<UUID> ids = chain.writeSealed(3);

        chain.owner("delete from audit_entry where id = ?", ids.get(1));

        assertThat(chain.verify().broken()).isEqualTo(new Break(Kind.ENTRY_MISSING, 2L, ids.get(1)));
    }

    @Test
    void namesTheEntryThatWasGivenToAnotherClinic() {
        List<UUID> ids = chain.writeSealed(1);
        ChainOfOwn other = new ChainOfOwn();

        chain.owner("update audit_entry set clinic_id = ? where id = ?", other.clinicId, ids.getFirst());

        assertThat(chain.verify().broken()).isEqualTo(new Break(Kind.ENTRY_MISSING, 1L, ids.getFirst()));
        assertThat(other.verify().broken()).isEqualTo(new Break(Kind.NEVER_SEALED, null, ids.getFirst()));
    }

    @Test
    void namesTheEntryThatWasDeletedBeforeItWasSealed() {
        UUID gone = UUID.randomUUID();
        chain.owner("insert into audit_unsealed (clinic_id, entry_id) values (?, ?)", chain.clinicId, gone);

        chain.writeSealed(1);

        assertThat(chain.verify().sealed()).isEqualTo(1);
        assertThat(chain.verify().broken()).isEqualTo(new Break(Kind.ENTRY_MISSING, null, gone));
    }

    @Test
    void namesThePlaceOfAMissingSeal() {
        List<UUID> ids = chain.writeSealed(3);

        chain.owner("delete from audit_seal where entry_id = ?", ids.get(1));
        assertThat(chain.verify().broken()).isEqualTo(new Break(Kind.SEAL_MISSING, 2L, null));
    }

    @Test
    void namesTheEntryWhoseSealWasTheLastAndIsMissing() {
        List<UUID> ids = chain.writeSealed(2);

        chain.owner("delete from audit_seal where entry_id = ?", ids.get(1));

        assertThat(chain.verify().broken()).isEqualTo(new Break(Kind.NEVER_SEALED, null, ids.get(1)));
    }

    @Test
    void namesTheEntryThatTheServerDidNotWrite() {
        chain.writeSealed(1);
        UUID forged = UUID.randomUUID();

        chain.owner(
                "insert into audit_entry (id, clinic_id, at, action) values (?, ?, now(), 'PATIENT_VIEWED')",
                forged,
                chain.clinicId);
        chain.seal();

        assertThat(chain.verify().broken()).isEqualTo(new Break(Kind.NEVER_SEALED, null, forged));
    }

    @Test
    void showsACutOffEndOnlyToWhoKeptTheHead() {
        List<UUID> ids = chain.writeSealed(3);
        Head kept = chain.head();

        chain.owner("delete from audit_seal where entry_id = ?", ids.get(2));
        chain.owner("delete from audit_entry where id = ?", ids.get(2));

        assertThat(chain.verify().broken()).isNull();
        assertThat(chain.verify(kept).broken()).isEqualTo(new Break(Kind.CUT_OFF, 3L, null));
        chain.writeSealed(1);
        assertThat(chain.verify().broken()).isNull();
        assertThat(chain.verify(kept).broken()).extracting(Break::kind).isEqualTo(Kind.REWRITTEN);
    }

    @Test
    void showsAChainMadeAnewOnlyToWhoKeptTheHead() {
        List<UUID> ids = chain.writeSealed(3);
        Head kept = chain.head();

        chain.owner("update audit_entry set actor = null where id = ?", ids.getFirst());
        chain.owner(
                "insert into audit_unsealed (clinic_id, entry_id) select clinic_id, id from audit_entry where clinic_id = ?",
                chain.clinicId);
        chain.owner("delete from audit_seal where clinic_id = ?", chain.clinicId);
        chain.seal();

        assertThat(chain.verify().broken()).isNull();
        assertThat(chain.verify(kept).broken()).isEqualTo(new Break(Kind.REWRITTEN, 3L, ids.get(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = null",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_seal set number = 1",
                "delete from audit_seal",
                "truncate audit_seal"
            })
    void cannotBeChangedByTheApplication(String sql) {
        chain.writeSealed(1);

        assertThatThrownBy(() -> chain.in(() -> ChainOfOwn.app().sql(sql).update()))
                .hasStackTraceContaining("permission denied");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
