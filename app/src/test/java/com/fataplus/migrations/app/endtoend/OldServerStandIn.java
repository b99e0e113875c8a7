package com.fataplus.migrations.app.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Greets as a PostgreSQL server of some version does, and hangs up when it is asked anything
 * (<a href="https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-START-UP">Start-up</a>).
 */
final class OldServerStandIn implements AutoCloseable {
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final ServerSocket socket;
    private final String version;

    OldServerStandIn(String version) throws IOException {
        this.version = version;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::greetAll);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void greetAll() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                greet(new DataInputStream(client.getInputStream()), new DataOutputStream(client.getOutputStream()));
            } catch (IOException e) {
                // The client is gone, or the test is over.
            }
        }
    }

    private void greet(DataInputStream in, DataOutputStream out) throws IOException {
        int length = in.readInt();
        int code = in.readInt();
        while (code == SSL_REQUEST || code == GSS_REQUEST) {
            out.writeByte('N');
            length = in.readInt();
            code = in.readInt();
        }
        in.skipNBytes(length - 8L);
        message(out, 'R', new byte[4]);
        message(out, 'S', ("server_version\0" + version + "\0").getBytes(StandardCharsets.UTF_8));
        message(out, 'S', "client_encoding\0UTF8\0".getBytes(StandardCharsets.UTF_8));
        message(out, 'K', new byte[8]);
        message(out, 'Z', new byte[] {'I'});
        in.read();
    }

    private static void message(DataOutputStream out, char type, byte[] content) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream message = new DataOutputStream(whole);
        message.writeByte(type);
        message.writeInt(content.length + 4);
        message.write(content);
        whole.writeTo(out);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
