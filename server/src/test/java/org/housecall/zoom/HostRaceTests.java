package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.housecall.Api;
import org.housecall.TestServer;
import org.housecall.availability.DoctorTime;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A doctor gets a shared host while a visit is being booked that has seen the doctor without one, or while one is being
 * cancelled or given away. A third transaction holds both up until they stand in the order that is tried.
 */
class HostRaceTests {

    private final ZoomClinic zoom = new ZoomClinic();
    private final ZoomClinic.Colleague colleague = zoom.colleague();
    private final String unconnected = zoom.clinic.addDoctor("unconnected-" + zoom.unique + "@example.com");
    private final String service = zoom.clinic.addService("VIDEO", zoom.doctorId, colleague.id, unconnected);
    private final JdbcClient jdbc = TestServer.bean(JdbcClient.class);
    private final TransactionTemplate transactions = TestServer.bean(TransactionTemplate.class);
    private final UUID accountId = zoom.inClinic(() -> TestServer.bean(Doctors.class)
            .find(UUID.fromString(zoom.doctorId))
            .map(Doctor::accountId)
            .orElseThrow());

    /** The colleague has the host already; of the doctor nobody has drawn the conclusion yet. */
    @BeforeEach
    void mapBothDoctors() {
        String zoomAccount = zoom.addServerToServerApp();
        String user = Sandbox.control(
                        "PUT", "users/shared-" + zoom.unique + "@example.com", Map.of("accountId", zoomAccount))
                .path("id")
                .asString();
        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("doctors/" + colleague.id + "/zoom/user"), Map.of("zoomUser", user)));
        zoom.awaitTrials();
        zoom.inClinic(() -> transactions.execute(_ -> jdbc.sql("""
                                insert into zoom_user_mapping (clinic_id, doctor_id, zoom_user, zoom_user_id)
                                values (cast(:clinic as uuid), cast(:doctor as uuid), :user, :user)""")
                .param("clinic", zoom.clinic.id)
                .param("doctor", zoom.doctorId)
                .param("user", user)
                .update()));
    }

    @Test
    void isClaimedByTheChangeForAVisitWhoseBookingCameFirst() throws Exception {
        race(this::holdThePatient, this::bookDoctor, this::change);

        assertThat(claims()).isEqualTo(1);
        assertThat(book(colleague.id).text("code")).isEqualTo("host-taken");
    }

    @Test
    void isClaimedByTheBookingThatCameAfterTheChange() throws Exception {
        race(this::holdTheDoctorsTime, this::change, this::bookDoctor);

        assertThat(claims()).isEqualTo(1);
        assertThat(book(colleague.id).text("code")).isEqualTo("host-taken");
    }

    @Test
    void isNotClaimedForAVisitThatIsBeingCancelled() throws Exception {
        Visit visit = bookAndAwait();

        race(() -> holdTheMeetingOf(visit), Executors.callable(visit::cancel), this::change);

        assertThat(claims()).isEqualTo(0);
        assertThat(book(colleague.id).status()).isEqualTo(201);
    }

    @Test
    void isNotClaimedForAVisitThatIsBeingGivenAway() throws Exception {
        zoom.accept("unconnected-" + zoom.unique + "@example.com");
        Visit visit = bookAndAwait();

        race(() -> holdTheMeetingOf(visit), Executors.callable(() -> visit.giveTo(unconnected)), this::change);

        assertThat(claims()).isEqualTo(0);
        assertThat(book(colleague.id).status()).isEqualTo(201);
    }

    /** Until nothing more happens to its meeting by itself. */
    private Visit bookAndAwait() {
        return Visit.of(zoom, ZoomClinic.ok(book(zoom.doctorId)).id()).becomes("READY");
    }

    private void race(Runnable hold, Callable<?> first, Callable<?> second) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            zoom.inClinic(() -> transactions.execute(_ -> {
                hold.run();
                for (Callable<?> each : List.of(first, second)) {
                    running.add(threads.submit(each));
                    assertThatSoon(() -> waiting()
                                    == running.stream()
                                            .filter(future -> !future.isDone())
                                            .count())
                            .isEqualTo(true);
                }
                return running;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
    }

    /** A booking then waits before it commits, with the doctor's time claimed, and having found no host. */
    private void holdThePatient() {
        jdbc.sql("select from patient where id = cast(? as uuid) for update")
                .param(zoom.clinic.patientId)
                .query((row, number) -> true)
                .list();
    }

    /** A booking then waits after it has read the timetable. */
    private void holdTheDoctorsTime() {
        TestServer.bean(DoctorTime.class).lock(accountId);
    }

    /** A cancellation then waits before it commits, with the time released; and so does a visit that is given away. */
    private void holdTheMeetingOf(Visit visit) {
        jdbc.sql("select from meeting where appointment_id = ? for update")
                .param(visit.id())
                .query((row, number) -> true)
                .list();
    }

    private Object change() {
        return zoom.inClinic(() -> TestServer.bean(SharedHostUpkeep.class).run(UUID.fromString(zoom.clinic.id)));
    }

    private Object bookDoctor() {
        return ZoomClinic.ok(book(zoom.doctorId));
    }

    private Api.Answer book(String doctorId) {
        Map<String, Object> booking = new HashMap<>(zoom.clinic.booking(zoom.clinic.start(1, 0)));
        booking.put("doctorId", doctorId);
        booking.put("serviceId", service);
        return zoom.administrator.post(zoom.clinic.path("appointments"), booking);
    }

    /** How many transactions wait for the doctor's time, or for another to end. */
    private long waiting() {
        return jdbc.sql("""
                        select count(distinct pid) from pg_locks where not granted and (locktype = 'transactionid'
                          or locktype = 'advisory' and ((classid::bigint << 32) | objid::bigint) = hashtextextended(?, 0))""").param(String.valueOf(accountId)).query(Long.class).single();
    }

    /** How often the visits of the clinic, none of which is the colleague's, claim a host. */
    private long claims() {
        return zoom.inClinic(
                () -> transactions.execute(_ -> jdbc.sql("""
                                select count(*) from host_time where ref in (select id from appointment)""").query(Long.class).single()));
    }
}
