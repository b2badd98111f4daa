package org.housecall.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.TestServer;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.junit.jupiter.api.Test;

/** When a clinic's meetings are compared by themselves. */
class NightlyReconcilingTests {

    @Test
    void comesOnceInTheClinicsOwnNightWhereverItIs() {
        for (String zone : List.of("Asia/Kathmandu", "America/St_Johns", "Pacific/Chatham", "UTC")) {
            Clinic clinic =
                    TestServer.bean(Clinics.class).create("Clinic", "night-" + UUID.randomUUID(), ZoneId.of(zone));
            List<LocalTime> times = Stream.iterate(
                            Instant.parse("2027-02-01T00:02:00Z"), it -> it.plus(Duration.ofMinutes(5)))
                    .limit(288)
                    .filter(now -> NightlyReconciling.isNightOf(clinic, now))
                    .map(now -> now.atZone(clinic.timeZone()).toLocalTime())
                    .toList();

            assertThat(times).hasSize(12);
            assertThat(times).allMatch(time -> !time.isBefore(LocalTime.of(1, 0)) && time.isBefore(LocalTime.of(5, 0)));
        }
    }
}
