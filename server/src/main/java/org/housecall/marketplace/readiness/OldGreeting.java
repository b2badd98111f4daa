package org.housecall.marketplace.readiness;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * The first message of a TLS handshake in a version that is no longer safe (RFC 2246, RFC 4346). The JDK itself refuses to send
 * one, so these few bytes are written here; nothing follows them, whatever is answered.
 */
enum OldGreeting {
    TLS_1_0("TLS 1.0", 1),
    TLS_1_1("TLS 1.1", 2);

    private static final int MAJOR = 3;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;

    /** What servers of that time speak: ECDHE and RSA with AES in CBC, and triple DES. */
    private static final int[] CIPHERS = {0xC009, 0xC00A, 0xC013, 0xC014, 0x0033, 0x0039, 0x002F, 0x0035, 0x000A};

    /** The curves x25519, P-256, P-384; points uncompressed; secure renegotiation. */
    private static final byte[] EXTENSIONS = {
        0x00,
        0x0A,
        0x00,
        0x08,
        0x00,
        0x06,
        0x00,
        0x1D,
        0x00,
        0x17,
        0x00,
        0x18, //
        0x00,
        0x0B,
        0x00,
        0x02,
        0x01,
        0x00, //
        (byte) 0xFF,
        0x01,
        0x00,
        0x01,
        0x00
    };

    private final String spoken;
    private final int minor;

    OldGreeting(String spoken, int minor) {
        this.spoken = spoken;
        this.minor = minor;
    }

    /** What a server says to it. */
    enum Reply {
        ACCEPTED,
        /** An alert, or no more of the connection. */
        REFUSED,
        /** Nothing in time. */
        NONE
    }

    record Result(OldGreeting greeting, Reply reply) {}

    String spoken() {
        return spoken;
    }

    Result send(InetSocketAddress peer, String host, int patienceMillis) {
        return new Result(this, reply(peer, host, patienceMillis));
    }

    private Reply reply(InetSocketAddress peer, String host, int patienceMillis) {
        try (Socket socket = new Socket()) {
            socket.connect(peer, patienceMillis);
            socket.setSoTimeout(patienceMillis);
            socket.getOutputStream().write(hello(host));
            DataInputStream answer = new DataInputStream(socket.getInputStream());
            int type = answer.readUnsignedByte();
            answer.skipNBytes(4); // version and length of the record
            return type == HANDSHAKE && answer.readUnsignedByte() == SERVER_HELLO ? Reply.ACCEPTED : Reply.REFUSED;
        } catch (EOFException | SocketException e) {
            return Reply.REFUSED; // hung up
        } catch (IOException e) {
            return Reply.NONE;
        }
    }

    private byte[] hello(String host) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        version(out);
        out.write(new byte[32]); // its randomness protects nothing here
        out.writeByte(0); // no session to resume
        out.writeShort(2 * CIPHERS.length);
        for (int cipher : CIPHERS) {
            out.writeShort(cipher);
        }
        out.writeShort(0x0100); // no compression
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        out.writeShort(9 + name.length + EXTENSIONS.length);
        out.writeShort(0); // server name
        out.writeShort(5 + name.length);
        out.writeShort(3 + name.length);
        out.writeByte(0);
        out.writeShort(name.length);
        out.write(name);
        out.write(EXTENSIONS);
        return record(body.toByteArray());
    }

    private byte[] record(byte[] body) throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(record);
        out.writeByte(HANDSHAKE);
        version(out);
        out.writeShort(4 + body.length);
        out.writeInt((1 << 24) + body.length); // client hello
        out.write(body);
        return record.toByteArray();
    }

    private void version(DataOutputStream out) throws IOException {
        out.writeByte(MAJOR);
        out.writeByte(minor);
    }
}
