package org.housecall.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.housecall.chaos.Mailbox.Letter;
import org.housecall.chaos.Refreshes.Lost;
import org.housecall.chaos.Refreshes.Refresh;
import org.housecall.chaos.Trouble.Change;
import org.junit.jupiter.api.Test;

/** That the verdict on tokens and lost connections is one: it finds what it looks for, and nothing else. */
class RefreshesTests {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final ChaosClinic.Doctor DOCTOR =
            new ChaosClinic.Doctor("doctor", "dr@example.com", "user", "zoom@example.com");
    private static final Lost LOST = new Lost(DOCTOR, NOON, at(100));

    @Test
    void findsATokenOnItsWayTwiceAtOnce() {
        assertThat(refreshes(refresh("one", 10, 20), refresh("one", 19, 30)).together())
                .hasSize(1);
        assertThat(refreshes(refresh("one", 19, 30), refresh("one", 10, 20)).together())
                .hasSize(1);
        assertThat(refreshes(refresh("one", 10, 20), refresh("one", 20, 30), refresh("other", 15, 25))
                        .together())
                .isEmpty();
    }

    @Test
    void findsNoReasonWhereNoAnswerWasLost() {
        assertThat(withoutReason(refresh("one", 40, 41))).containsExactly(LOST);
        assertThat(withoutReason(lost("zoom@example.com", 40))).isEmpty();
    }

    @Test
    void takesNoOtherUsersAndNoOtherTimesLossForTheReason() {
        assertThat(withoutReason(lost("other@example.com", 40))).containsExactly(LOST);
        assertThat(withoutReason(lost("zoom@example.com", -60))).containsExactly(LOST);
        assertThat(withoutReason(lost("zoom@example.com", 101))).containsExactly(LOST);
    }

    @Test
    void takesAKillBeforeItWasStoredForALostAnswer() {
        Refreshes refreshes = refreshes(refresh("one", 40, 41));
        assertThat(refreshes.withoutReason(List.of(LOST), List.of(), List.of(at(43))))
                .isEmpty();
        assertThat(refreshes.withoutReason(List.of(LOST), List.of(), List.of(at(39), at(45))))
                .containsExactly(LOST);
    }

    @Test
    void takesAnAnswerThatNobodyWaitedForAnyMoreForALostOne() {
        assertThat(withoutReason(refresh("one", 40, 44))).isEmpty();
        assertThat(withoutReason(refresh("one", 40, 43))).containsExactly(LOST);
    }

    @Test
    void takesARevokedAuthorizationForTheReason() {
        assertThat(refreshes().withoutReason(List.of(LOST), List.of(new Change("zoom@example.com", at(50))), List.of()))
                .isEmpty();
        assertThat(refreshes()
                        .withoutReason(List.of(LOST), List.of(new Change("other@example.com", at(50))), List.of()))
                .containsExactly(LOST);
    }

    @Test
    void findsADoctorWhoWasNotToldWithinAMinute() {
        assertThat(untold("dr@example.com", "Please connect Zoom again", 130)).isEmpty();
        assertThat(untold("dr@example.com", "Please connect Zoom again", 161)).containsExactly(LOST);
        assertThat(untold("dr@example.com", "Please connect Zoom again", 90)).containsExactly(LOST);
        assertThat(untold("dr@example.com", "Your video visits of tomorrow", 130))
                .containsExactly(LOST);
        assertThat(untold("other@example.com", "Please connect Zoom again", 130))
                .containsExactly(LOST);
    }

    private static List<Lost> untold(String to, String subject, int sent) {
        return Refreshes.untold(List.of(LOST), List.of(new Letter(to, subject, at(sent), "")));
    }

    private static List<Lost> withoutReason(Refresh refresh) {
        return refreshes(refresh).withoutReason(List.of(LOST), List.of(), List.of());
    }

    private static Refreshes refreshes(Refresh... all) {
        return new Refreshes(List.of(all));
    }

    private static Refresh refresh(String token, int began, int ended) {
        return new Refresh("zoom@example.com", token, at(began), at(ended), 200, List.of());
    }

    private static Refresh lost(String zoomEmail, int began) {
        return new Refresh(zoomEmail, "one", at(began), at(began), 0, List.of("lost-answer"));
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}
