package org.housecall.marketplace.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.housecall.marketplace.domain.TxtRecords.Finding;
import org.housecall.marketplace.domain.TxtRecords.Outcome;
import org.junit.jupiter.api.Test;

class TxtRecordsTests {

    private static final String RECORD = "ZOOM_verify_abc";

    @Test
    void findsTheRecordAtTheHostOrAtADomainAboveIt() {
        try (NameServer names = new NameServer(Map.of(
                "visits.harbour.example", List.of("v=spf1 -all", RECORD),
                "above.example", List.of(RECORD)))) {
            TxtRecords records = new TxtRecords(names.address());

            assertThat(records.look("visits.harbour.example", RECORD))
                    .isEqualTo(new Finding(Outcome.FOUND, "visits.harbour.example"));
            assertThat(records.look("some.where.above.example", RECORD))
                    .isEqualTo(new Finding(Outcome.FOUND, "above.example"));
        }
    }

    @Test
    void tellsANameWithoutTheRecordFromOneThatNobodyKnows() {
        try (NameServer names = new NameServer(Map.of("harbour.example", List.of("ZOOM_verify_abcd")))) {
            TxtRecords records = new TxtRecords(names.address());

            assertThat(records.look("visits.harbour.example", RECORD).outcome()).isEqualTo(Outcome.OTHER);
            assertThat(records.look("visits.elsewhere.example", RECORD).outcome())
                    .isEqualTo(Outcome.NO_SUCH_NAME);
        }
    }

    @Test
    void knowsNothingWhereNobodyAnswers() {
        NameServer names = new NameServer(Map.of());
        String gone = names.address();
        names.close();

        assertThat(new TxtRecords(gone).look("harbour.example", RECORD).outcome())
                .isEqualTo(Outcome.NO_ANSWER);
    }
}
