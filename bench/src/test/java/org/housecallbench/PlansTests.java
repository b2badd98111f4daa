package org.housecallbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.housecallbench.Plans.Reading;
import org.junit.jupiter.api.Test;

class PlansTests {

    /** As PostgreSQL writes it: a nested loop with a bitmap below, and a statement of somebody else. */
    private static final String LOG = """
            2026-11-25 20:00:00.000 UTC [7] LOG:  duration: 0.512 ms  plan:
            \t{
            \t  "Query Text": "select from appointment a join patient p on p.id = a.patient_id",
            \t  "Plan": {
            \t    "Node Type": "Nested Loop",
            \t    "Actual Rows": 3.00,
            \t    "Actual Loops": 1,
            \t    "Shared Hit Blocks": 11,
            \t    "Shared Read Blocks": 2,
            \t    "Plans": [
            \t      {
            \t        "Node Type": "Bitmap Heap Scan",
            \t        "Relation Name": "appointment",
            \t        "Actual Rows": 3.00,
            \t        "Actual Loops": 1,
            \t        "Rows Removed by Filter": 4,
            \t        "Rows Removed by Index Recheck": 1,
            \t        "Plans": [
            \t          {
            \t            "Node Type": "Bitmap Index Scan",
            \t            "Index Name": "appointment_by_start",
            \t            "Actual Rows": 8.00,
            \t            "Actual Loops": 1
            \t          }
            \t        ]
            \t      },
            \t      {
            \t        "Node Type": "Index Scan",
            \t        "Relation Name": "patient",
            \t        "Index Name": "patient_pkey",
            \t        "Actual Rows": 0.33,
            \t        "Actual Loops": 3
            \t      }
            \t    ]
            \t  }
            \t}
            2026-11-25 20:00:00.100 UTC [8] LOG:  duration: 0.002 ms  plan:
            \t{
            \t  "Query Text": "select from scheduled_tasks",
            \t  "Plan": {
            \t    "Node Type": "Seq Scan",
            \t    "Relation Name": "scheduled_tasks",
            \t    "Actual Rows": 40.00,
            \t    "Actual Loops": 1,
            \t    "Shared Hit Blocks": 5
            \t  }
            \t}
            2026-11-25 20:00:00.200 UTC [9] LOG:  end of a question
            """;

    @Test
    void countsWhatScansMetInStatementsThatReadAGrowingTable() {
        Reading reading = Plans.in(LOG);

        assertThat(reading.rows()).isEqualTo(8);
        assertThat(reading.pages()).isEqualTo(13);
        assertThat(reading.scans())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Bitmap Heap Scan on appointment by appointment_by_start",
                        8L,
                        "Index Scan on patient by patient_pkey",
                        1L));
    }

    @Test
    void addsUp() {
        Reading twice = Plans.in(LOG + LOG);

        assertThat(twice.rows()).isEqualTo(16);
        assertThat(twice.pages()).isEqualTo(26);
        assertThat(twice.scans()).containsEntry("Index Scan on patient by patient_pkey", 2L);
    }
}
