package org.housecalldemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** One demo, looked at from outside; the last test closes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTests {

    private static final int LAST = Integer.MAX_VALUE;

    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();
    private final Demo demo = new Demo(new PrintStream(progress, true, StandardCharsets.UTF_8));
    private final HttpClient http = HttpClient.newHttpClient();
    private Signpost signpost = new Signpost("", "", "");

    @BeforeAll
    void start() {
        signpost = demo.start(DemoOptions.ANYWHERE);
    }

    @AfterAll
    void close() {
        demo.close();
        http.close();
    }

    @Test
    void answersAtEveryAddressItPrints() throws Exception {
        for (String address : signpost.addresses()) {
            assertThat(status(address)).as(address).isEqualTo(200);
        }
        assertThat(String.join("\n", signpost.lines())).contains(signpost.addresses());
    }

    @Test
    void letsEveryoneInAsPrinted() {
        List<People.Someone> staff = new ArrayList<>(People.DOCTORS);
        staff.addAll(List.of(People.ADMINISTRATOR, People.CLINIC_ADMIN, People.RECEPTIONIST));
        for (People.Someone someone : staff) {
            JsonNode session = new Browser(signpost.clinic()).signIn(someone).get("/api/v1/session");
            assertThat(session.path("email").asString()).isEqualTo(someone.email());
            assertThat(String.join("\n", signpost.lines())).contains(someone.email());
        }
    }

    @Test
    void showsAWeekOfAppointmentsAndReadyMeetings() {
        Browser reception = new Browser(signpost.clinic()).signIn(People.RECEPTIONIST);
        String clinic = "/api/v1/clinics/"
                + reception
                        .get("/api/v1/clinics")
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString();
        java.time.LocalDate today = java.time.LocalDate.now(java.time.ZoneId.systemDefault());
        JsonNode appointments =
                reception.get(clinic + "/appointments?from=" + today.minusDays(1) + "&to=" + today.plusDays(8));
        Set<String> statuses = new TreeSet<>();
        Set<String> doctors = new TreeSet<>();
        appointments.path("items").forEach(appointment -> {
            doctors.add(appointment.path("doctorId").asString());
            statuses.add(appointment.path("meeting").path("status").asString(""));
        });
        assertThat(doctors).hasSize(3);
        assertThat(statuses).contains("WAITING_FOR_CONNECTION");
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("Setting up Harbour Street Clinic");
    }

    @Test
    void listensOnThisMachineOnly() throws Exception {
        int port = URI.create(signpost.clinic()).getPort();
        for (var network : java.util.Collections.list(java.net.NetworkInterface.getNetworkInterfaces())) {
            for (var address : java.util.Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress() && address instanceof java.net.Inet4Address) {
                    assertThatThrownBy(() -> new java.net.Socket(address, port).close())
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    @Order(LAST)
    void isGoneAfterClosing() {
        demo.close();
        for (String address : signpost.addresses()) {
            assertThatThrownBy(() -> status(address)).isInstanceOf(IOException.class);
        }
    }

    private int status(String address) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Accept", "text/html,*/*")
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
