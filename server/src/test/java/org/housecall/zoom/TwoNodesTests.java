package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Two nodes on one database speak to Zoom's token endpoint once. */
class TwoNodesTests {

    private static final int USERS = 200;

    private final ZoomClinic zoom = new ZoomClinic();

    @Test
    void renewAConnectionOnceForTwoHundredUsersAtOnce() throws Exception {
        UUID connection = zoom.connect();
        try (ConfigurableApplicationContext second = TestServer.secondNode()) {
            zoom.letTokenExpire(connection);

            List<TokenUse> uses = onBoth(
                    second, node -> () -> node.getBean(ConnectionTokens.class).accessToken(connection));

            assertThat(values(uses)).hasSize(1);
            assertThat(Sandbox.refreshes(zoom.zoomEmail)).isEqualTo(1);
            assertThat(zoom.status()).isEqualTo("CONNECTED");
        }
    }

    @Test
    void fetchTheTokenOfAServerToServerAppOnce() throws Exception {
        zoom.addServerToServerApp();
        UUID app = ZoomApp.idOf(UUID.fromString(zoom.clinic.id), ZoomApp.Kind.SERVER_TO_SERVER);
        long before = accountTokens();
        try (ConfigurableApplicationContext second = TestServer.secondNode()) {
            List<TokenUse> uses = onBoth(
                    second,
                    node -> () -> node.getBean(AccountTokens.class).accessTokenBut(app, ConnectionTokens.NONE_REFUSED));

            assertThat(values(uses)).hasSize(1);
            assertThat(accountTokens() - before).isEqualTo(1);
        }
    }

    private static long accountTokens() {
        return Sandbox.get("calls?limit=10000")
                .path("calls")
                .valueStream()
                .filter(call -> call.path("grant").asString("").equals("account_credentials"))
                .count();
    }

    private static List<String> values(List<TokenUse> uses) {
        assertThat(uses).hasSize(USERS).allMatch(use -> use instanceof TokenUse.Usable);
        return uses.stream()
                .map(use -> ((TokenUse.Usable) use).token().value())
                .distinct()
                .toList();
    }

    /** Half of the users on each node, all at once. */
    private static List<TokenUse> onBoth(
            ConfigurableApplicationContext second, Function<ConfigurableApplicationContext, Callable<TokenUse>> use)
            throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<TokenUse>> futures = new ArrayList<>();
            for (int i = 0; i < USERS; i++) {
                Callable<TokenUse> work = use.apply(i % 2 == 0 ? TestServer.context() : second);
                futures.add(threads.submit(() -> {
                    go.await();
                    return work.call();
                }));
            }
            go.countDown();
            List<TokenUse> uses = new ArrayList<>();
            for (Future<TokenUse> future : futures) {
                uses.add(future.get());
            }
            return uses;
        }
    }
}
