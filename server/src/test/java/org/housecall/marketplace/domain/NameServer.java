package org.housecall.marketplace.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A name server on this machine that knows some TXT records (RFC 1035), and says of every other name that it does not exist. */
final class NameServer implements AutoCloseable {

    private static final int HEADER = 12;
    private static final int NO_SUCH_NAME = 3;

    private final DatagramSocket socket;
    private final Map<String, List<String>> texts;

    NameServer(Map<String, List<String>> texts) {
        this.texts = texts;
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return "dns://127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(Arrays.copyOf(buffer, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException _) {
                // Closed, or the asker is gone.
            }
        }
    }

    private byte[] answer(byte[] query) {
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        while (query[at] != 0) {
            name.append(new String(query, at + 1, query[at], StandardCharsets.US_ASCII))
                    .append('.');
            at += query[at] + 1;
        }
        byte[] question = Arrays.copyOfRange(query, HEADER, at + 5);
        String asked = name.toString().replaceAll("\\.$", "");
        List<String> found = texts.getOrDefault(asked, List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(HEADER)
                .put(query, 0, 2)
                .put((byte) 0x85) // an answer, with authority
                .put((byte) (0x80 | (texts.containsKey(asked) ? 0 : NO_SUCH_NAME)))
                .putShort((short) 1)
                .putShort((short) found.size())
                .array());
        out.writeBytes(question);
        for (String record : found) {
            byte[] text = record.getBytes(StandardCharsets.US_ASCII);
            out.writeBytes(ByteBuffer.allocate(13 + text.length)
                    .putShort((short) (0xc000 | HEADER)) // the name that was asked for
                    .putShort((short) 16)
                    .putShort((short) 1)
                    .putInt(60)
                    .putShort((short) (text.length + 1))
                    .put((byte) text.length)
                    .put(text)
                    .array());
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
