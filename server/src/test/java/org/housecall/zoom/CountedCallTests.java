package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.housecall.TestServer;
import org.housecall.jobs.Job;
import org.housecall.zoom.Errand.Label;
import org.housecall.zoom.Errand.Operation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is asked of Zoom besides the meetings of visits is taken from the same allowance: here that of a Free account, which is small. */
class CountedCallTests {

    private final ZoomClinic zoom = new ZoomClinic();
    private final ZoomBudgets budgets = TestServer.bean(ZoomBudgets.class);

    @Test
    void countsAllThatConnectingAsks() {
        String account = freeAccount();
        Sandbox.control("PUT", "users/" + zoom.zoomEmail, Map.of("accountId", account));
        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("zoom/app"), Map.of("oauth", Map.of("clientId", zoom.clientId, "plan", "FREE"))));

        ZoomHost host = new ZoomHost.Connected(zoom.connect());

        List<JsonNode> calls = Sandbox.get("calls?limit=10000")
                .path("calls")
                .valueStream()
                .filter(call -> call.path("user").asString("").equals(zoom.zoomEmail))
                .filter(call -> call.path("path").asString().startsWith("/v2/"))
                .toList();
        long medium = calls.stream()
                .filter(call -> call.path("operation").asString().endsWith("/meetings"))
                .count();
        assertThat(medium).isEqualTo(2); // made, and looked for in the list
        assertThat(calls).hasSizeGreaterThanOrEqualTo(5);
        assertThat(used(host, Label.MEDIUM)).isEqualTo(medium);
        assertThat(used(host, Label.LIGHT)).isEqualTo(calls.size() - medium);
        assertThat(budgets.usage(host).orElseThrow().used()).isEqualTo(1);
    }

    @Test
    void looksUsersUpOneAfterTheOtherWhereManyAskAtOnce() throws Exception {
        String user = userOfTheClinics();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> lookUp = () -> zoom.administrator
                    .post(zoom.clinic.path("zoom/users/look-up"), Map.of("zoomUser", user))
                    .status();

            assertThat(threads.invokeAll(Collections.nCopies(12, lookUp)))
                    .extracting(Future::resultNow)
                    .containsOnly(200);
        }
        assertThat(statuses(user)).hasSize(12).containsOnly(200);
        assertThat(used(host(user), Label.LIGHT)).isEqualTo(12);
    }

    @Test
    void countsTheTrialOfCredentials() {
        ZoomHost host = host(userOfTheClinics());

        ZoomClinic.ok(zoom.administrator.put(zoom.clinic.path("zoom/test"), Map.of()));

        assertThat(used(host, Label.LIGHT)).isEqualTo(1);
    }

    @Test
    void letsTheLookBeforeTomorrowsVisitsWaitWhereTheLineIsLong() {
        String user = mappedUser();
        Visit.book(zoom, 1).becomes("READY");
        int before = statuses(user).size();
        makeALongLine(user);

        Job.Next next = zoom.inClinic(() -> TestServer.bean(HostCheckUp.class).run(UUID.fromString(zoom.doctorId)));

        assertThat(next).isInstanceOf(Job.Next.Again.class);
        assertThat(statuses(user)).hasSize(before);
    }

    @Test
    void letsATrialWaitWhereTheLineIsLong() {
        String user = mappedUser();
        ZoomHost.Mapped host = host(user);
        UUID hostId = zoom.inClinic(() -> TestServer.bean(MappedUsers.class).mapped(UUID.fromString(zoom.doctorId)))
                .orElseThrow()
                .hostId(host.appId());
        int before = statuses(user).size();
        makeALongLine(user);
        TestServer.bean(Probes.class).forget(hostId);
        TestServer.bean(Probes.class).addAgain(hostId, host);

        Job.Next next = zoom.inClinic(() -> TestServer.bean(HostProbe.class).run(hostId));

        assertThat(next).isInstanceOf(Job.Next.Again.class);
        assertThat(statuses(user)).hasSize(before);
    }

    /** As of what was asked before it was known whose account it is. */
    private void makeALongLine(String user) {
        for (int i = 0; i < 40; i++) {
            budgets.count(host(user), Operation.READ);
        }
    }

    private String mappedUser() {
        String user = userOfTheClinics();
        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom/user"), Map.of("zoomUser", user)));
        zoom.awaitTrials();
        return user;
    }

    private String freeAccount() {
        String account = "account" + zoom.unique;
        Sandbox.control("PUT", "accounts/" + account, Map.of("plan", "FREE"));
        return account;
    }

    /** The address of a user of the account that the clinic's Server-to-Server app belongs to. */
    private String userOfTheClinics() {
        String account = zoom.addServerToServerApp();
        freeAccount();
        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("zoom/app"),
                Map.of(
                        "serverToServer",
                        Map.of("accountId", account, "clientId", "server" + zoom.unique, "plan", "FREE"))));
        String user = "room-" + zoom.unique + "@example.com";
        Sandbox.control("PUT", "users/" + user, Map.of("accountId", account));
        return user;
    }

    private ZoomHost.Mapped host(String user) {
        return new ZoomHost.Mapped(ZoomApp.idOf(UUID.fromString(zoom.clinic.id), ZoomApp.Kind.SERVER_TO_SERVER), user);
    }

    private int used(ZoomHost host, Label label) {
        return budgets.usage(host, label).orElseThrow().used();
    }

    /** What Zoom answered to those who asked about a user. */
    private static List<Integer> statuses(String user) {
        return Sandbox.calls("GET /v2/users/{userId}", user).stream()
                .map(call -> call.path("status").asInt())
                .toList();
    }
}
