package org.housecalldemo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on the loopback address. */
final class Ports {

    static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /** The clinic's own, which people type: refused where something else has it. */
    static int exactly(int port) {
        if (port != 0 && isTaken(port)) {
            throw new Refused("Port " + port
                    + " is in use by another program: stop that, or choose another port as in ./housecall demo --port "
                    + free() + ".");
        }
        return port == 0 ? free() : port;
    }

    /** The usual one, or any free one. */
    static int preferably(int port) {
        return port == 0 || isTaken(port) ? free() : port;
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Refused("No free port was found on this machine.");
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(loopback(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static InetAddress loopback() {
        return InetAddress.ofLiteral(LOOPBACK);
    }
}
