package org.housecall.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.housecall.Api;
import org.housecall.ServerProcess;
import org.housecall.TestServer;
import org.zoomsandbox.Options;
import org.zoomsandbox.ZoomSandbox;

/**
 * Two nodes on one database, a clinic for each mode, and everything that goes wrong at once: at Zoom, in between, with the
 * authorizations, and with the nodes themselves.
 */
final class Chaos implements AutoCloseable {

    /** At the front desk of each clinic. */
    private static final int PEOPLE = 2;

    /** How long a node waits for an answer of the sandbox. */
    static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

    /** What a node's life takes on a small machine, starting included; the visits are spread over all of them. */
    private static final Duration LIFE = Duration.ofSeconds(25);

    final ChaosSettings settings;
    final List<ChaosClinic> clinics = new ArrayList<>();
    final List<Visits> visits = new ArrayList<>();
    final Map<String, Integer> counts = new TreeMap<>();
    final ZoomSandbox sandbox = ZoomSandbox.start(Options.forTests());
    final ChaosZoom zoom = new ChaosZoom(sandbox);
    final Mailbox mailbox = new Mailbox();
    final Database database;
    final Path directory;
    final Trouble trouble;
    private final Balancer balancer;
    private final List<Node> nodes;
    private final String baseUrl = ServerProcess.freeAddress();
    private final SplittableRandom random;

    Chaos(ChaosSettings settings, Path directory) {
        this.settings = settings;
        this.directory = directory;
        this.random = new SplittableRandom(settings.seed());
        this.balancer = new Balancer(baseUrl);
        ServerProcess server = server();
        this.database = new Database(server.settings);
        Node first = new Node(server);
        first.awaitReady();
        nodes = List.of(first, new Node(server.secondNode()));
        balancer.to(nodes.stream().map(Node::address).toList());
        nodes.forEach(Node::awaitReady);
        openClinics();
        this.trouble = new Trouble(zoom, clinics, random.split());
    }

    private ServerProcess server() {
        ServerProcess server = new ServerProcess(directory, sandbox);
        server.settings.put("HOUSECALL_BASE_URL", baseUrl);
        server.settings.put("HOUSECALL_POOL_SIZE", "12");
        server.settings.put("HOUSECALL_JOBS_POLLING", "500ms");
        server.settings.put("HOUSECALL_ZOOM_READ_TIMEOUT", READ_TIMEOUT.toString());
        server.settings.put("HOUSECALL_MEETINGS_LOST_ANSWER_WAIT", "8s");
        server.settings.put("HOUSECALL_SIGN_IN_ATTEMPTS_PER_NETWORK", "1000000");
        server.settings.put("HOUSECALL_OUTGOING_ALLOW_LOOPBACK", "true");
        server.settings.put("SPRING_MAIL_HOST", "127.0.0.1");
        server.settings.put("SPRING_MAIL_PORT", mailbox.port() + "");
        return server;
    }

    private void openClinics() {
        for (Mode mode : Mode.values()) {
            Api administrator = Api.at(baseUrl).signIn(TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);
            int hosts = ChaosSettings.part(settings.hosts(), clinics.size());
            ChaosClinic clinic = new ChaosClinic(mode, hosts, baseUrl, administrator, zoom, mailbox);
            clinic.subscribe(database.generalAppOf(clinic.clinic.id));
            clinic.awaitAllConnected();
            clinic.patients(PEOPLE).forEach(patient -> visits.add(new Visits(clinic, patient, random.split())));
            clinics.add(clinic);
        }
    }

    /** All of it, and then until everything has settled or patience ends. */
    void run() throws Exception {
        zoom.goWrong(settings.seed());
        int visitsEach = Math.ceilDiv(settings.visits(), visits.size());
        Duration pause =
                LIFE.multipliedBy(Math.ceilDiv(settings.kills(), nodes.size())).dividedBy(Math.max(1, 2L * visitsEach));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            visits.forEach(person -> work.add(threads.submit(() -> person.live(visitsEach, pause))));
            for (int i = 0; i < nodes.size(); i++) {
                Node node = nodes.get(i);
                int deaths = (settings.kills() + i) / nodes.size();
                SplittableRandom moments = random.split();
                work.add(threads.submit(() -> node.dieAndRise(deaths, moments)));
            }
            Future<?> troubling =
                    threads.submit(() -> trouble.make(() -> work.stream().anyMatch(it -> !it.isDone())));
            for (Future<?> each : work) {
                each.get();
            }
            troubling.get();
        }
        takeStock();
        zoom.calm();
        System.out.println("Chaos settled, open: " + Settling.await(zoom, database, clinics));
    }

    private void takeStock() {
        counts.putAll(zoom.counts());
        counts.putAll(trouble.counts());
        counts.put("node killed", kills().size());
        visits.forEach(
                person -> person.counts().forEach((name, count) -> counts.merge("visit " + name, count, Integer::sum)));
        System.out.println("Chaos with " + settings + ": " + counts);
    }

    ChaosClinic clinicIn(Mode mode) {
        return clinics.stream().filter(clinic -> clinic.mode == mode).findAny().orElseThrow();
    }

    /** What the clinic's front desk was told. */
    List<Visits.Truth> truthOf(ChaosClinic clinic) {
        return visits.stream()
                .filter(person -> person.clinic() == clinic)
                .flatMap(person -> person.truth().stream())
                .toList();
    }

    List<Instant> kills() {
        return nodes.stream().flatMap(node -> node.kills().stream()).sorted().toList();
    }

    /** What each node says of itself to whoever watches it. */
    String metrics() {
        Api administrator = Api.at(baseUrl).signIn(TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);
        String names = administrator.get("/actuator/metrics").body();
        return names
                + administrator
                        .get("/actuator/metrics")
                        .json()
                        .path("names")
                        .valueStream()
                        .map(name -> administrator
                                .get("/actuator/metrics/" + name.asString())
                                .body())
                        .reduce("", String::concat);
    }

    @Override
    public void close() {
        Stream.<AutoCloseable>concat(nodes.stream(), Stream.of(balancer, mailbox, sandbox))
                .forEach(each -> {
                    try {
                        each.close();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
