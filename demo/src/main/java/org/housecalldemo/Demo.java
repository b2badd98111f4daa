package org.housecalldemo;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.zoomsandbox.Options;
import org.zoomsandbox.ZoomSandbox;

/** A clinic to try out. What is started first is closed last. */
public final class Demo implements AutoCloseable {

    private final Deque<Runnable> closings = new ConcurrentLinkedDeque<>();
    private final PrintStream out;

    Demo(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        Demo demo = new Demo(System.out);
        // After the server's own, so Ctrl-C closes from the outside in.
        SpringApplication.getShutdownHandlers().add(demo::close);
        try {
            Surroundings.check(System.getenv());
            DemoOptions options = DemoOptions.parse(List.of(arguments));
            demo.start(options).lines().forEach(System.out::println);
            System.out.println(
                    options.dataDir() == null
                            ? "\n  Ctrl-C stops everything; nothing is kept."
                            : "\n  Ctrl-C stops everything; " + options.dataDir() + " keeps the clinic.");
        } catch (RuntimeException failure) {
            explain(failure);
            demo.close();
            System.exit(1);
        }
    }

    /** Starts all of it, and says where everything is. */
    Signpost start(DemoOptions options) {
        // Silent until the server has set up its logging.
        LoggingSystem.get(Demo.class.getClassLoader()).beforeInitialize();
        int port = Ports.exactly(options.port());
        ZoneId zone = zone();
        DataDirectory data = DataDirectory.of(options.dataDir());
        closings.push(data::close);

        ZoomSandbox zoom = ZoomSandbox.start(Options.forTests().withPort(Ports.preferably(options.zoomPort())));
        closings.push(zoom::close);
        say("The Zoom sandbox is up.");
        Mailbox mailbox = Mailbox.start(Ports.preferably(options.mailPort()), zone);
        closings.push(mailbox::close);
        say("The mailbox is up.");

        say("Starting the clinic server with a database of its own …");
        ClinicServer server = ClinicServer.start(port, data.path(), zoom.baseUrl(), mailbox.smtpPort());
        closings.push(server::close);
        say("Setting up Harbour Street Clinic …");
        new SampleClinic(server.address(), mailbox, new SandboxApp(zoom.baseUrl()), zone).prepare();
        return new Signpost(server.address(), mailbox.address(), zoom.baseUrl());
    }

    @Override
    public void close() {
        for (Runnable closing = closings.poll(); closing != null; closing = closings.poll()) {
            closing.run();
        }
    }

    private void say(String line) {
        out.println("  " + line);
    }

    /** The server says itself, in one sentence, why it does not start. */
    private static void explain(RuntimeException failure) {
        if (failure instanceof Refused) {
            System.err.println(failure.getMessage());
        } else if (!(failure instanceof ClinicServer.NotStarted)) {
            failure.printStackTrace();
        }
    }

    /** The reader's own: the one place that reads it, for the sample clinic has to be somewhere. */
    private static ZoneId zone() {
        ZoneId zone = ZoneId.systemDefault();
        return ZoneId.getAvailableZoneIds().contains(zone.getId()) ? zone : ZoneOffset.UTC;
    }
}
