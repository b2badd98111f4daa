package org.housecall.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.housecall.SampleClinic;
import org.housecall.Statements;
import org.housecall.TestServer;
import org.housecall.availability.Timetable.Booker;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Dates;
import org.junit.jupiter.api.Test;

/** What a search for slots asks the database. */
class SlotQueryTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());

    @Test
    void isOneHoweverManyDoctorsAndDays() {
        String[] doctors = new String[8];
        for (int i = 0; i < doctors.length; i++) {
            doctors[i] = clinic.addDoctor("doctor-" + UUID.randomUUID() + "@example.com");
        }
        String service = clinic.addService("VIDEO", doctors);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        List<String> statements = Statements.during(() -> {
            List<Slot> slots = CurrentClinic.in(
                    UUID.fromString(clinic.id),
                    () -> TestServer.bean(Slots.class)
                            .free(new Slots.Search(
                                    UUID.fromString(service),
                                    null,
                                    new Dates(today.plusDays(1), today.plusDays(90)),
                                    null,
                                    Booker.STAFF,
                                    Integer.MAX_VALUE))
                            .orElseThrow());
            assertThat(slots).hasSize(doctors.length * 90 * 48);
        });

        assertThat(statements).hasSize(1);
    }
}
