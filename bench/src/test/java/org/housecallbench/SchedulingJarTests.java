package org.housecallbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecallbench.PackagedBench.assertMeasured;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SchedulingJarTests {

    @TempDir
    Path directory;

    @Test
    void readsTheSameRowsHoweverManyThereAre() throws Exception {
        try (PackagedBench bench = PackagedBench.start(
                directory, "--scheduling", "--quick", "--server-options", "-XX:TieredStopAtLevel=1")) {
            JsonNode written = bench.endsWith(0).result();
            assertThat(written.path("sizes")
                            .valueStream()
                            .map(size -> size.path("rows").asInt()))
                    .containsExactly(10_000, 100_000);
            for (JsonNode size : written.path("sizes")) {
                assertThat(size.path("questions")).hasSize(4);
                size.path("questions").forEach(question -> {
                    assertMeasured(question.path("figures"));
                    assertThat(question.path("read").path("rows").asDouble()).isPositive();
                    assertThat(question.path("read").path("scans").propertyNames())
                            .noneMatch(scan -> scan.matches("Seq Scan on (appointment|doctor_time)"));
                });
                assertThat(question(size, "first free of 50 doctors in 14 days")
                                .path("read")
                                .path("rows")
                                .asInt())
                        .isGreaterThanOrEqualTo(50 * 2 * 10); // of 50 doctors, two visits on each of ten weekdays
                assertThat(question(size, "a clinic's calendar week")
                                .path("read")
                                .path("rows")
                                .asInt())
                        .isEqualTo(50 * 2 * 5);
                assertMeasured(size.path("bookingSteady"));
                assertMeasured(size.path("bookingFlatOut"));
                assertThat(size.path("booked").asInt()).isPositive();
                assertThat(size.path("added")).isEqualTo(size.path("booked"));
            }
            assertThat(written.path("comparisons")).hasSize(6);
            for (JsonNode comparison : written.path("comparisons")) {
                assertThat(comparison.path("rowsReadEqual").asBoolean())
                        .as("%s in %s", comparison, bench.output())
                        .isTrue();
                assertThat(comparison.path("p99Ratio").asDouble()).isPositive();
            }
            assertThat(bench.output()).contains("Largest over smallest");
        }
    }

    private static JsonNode question(JsonNode size, String words) {
        return size.path("questions")
                .valueStream()
                .filter(answers -> answers.path("question").asString().equals(words))
                .findAny()
                .orElseThrow();
    }
}
