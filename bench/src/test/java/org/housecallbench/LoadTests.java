package org.housecallbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.housecallbench.Bookings.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoadTests {

    @Test
    void sendsSteadilyHoweverLongTheAnswersTake() {
        CountDownLatch allSent = new CountDownLatch(50);

        Load.Report report = Load.steady(() -> answerOnceAllAreSent(allSent), 50, 1);

        assertThat(report.count(Outcome.DONE)).isEqualTo(50);
        // Sent one every 20 ms and answered together: the first waited longest.
        assertThat(report.micros().getMaxValue()).isGreaterThanOrEqualTo(980_000);
        assertThat(report.micros().getValueAtPercentile(50)).isGreaterThanOrEqualTo(480_000);
    }

    @Test
    void sendsFlatOutFromAsManyClientsAsWanted() {
        CyclicBarrier four = new CyclicBarrier(4);

        Load.Report report = Load.flatOut(() -> answerTogether(four), 4, 40);

        assertThat(report.outcomes()).containsOnlyKeys(Outcome.TAKEN).containsEntry(Outcome.TAKEN, 40);
        assertThat(report.micros().getTotalCount()).isZero();
    }

    private static Outcome answerOnceAllAreSent(CountDownLatch allSent) {
        allSent.countDown();
        try {
            allSent.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Outcome.DONE;
    }

    private static Outcome answerTogether(CyclicBarrier others) {
        try {
            others.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        return Outcome.TAKEN;
    }
}
