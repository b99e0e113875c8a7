package com.fataplus.migrations.postgres;

import com.fataplus.migrations.application.config.ConnectionConfig;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * Behaves towards clients as PgBouncer does: it refuses the startup parameter {@code options}, and announces a process number that is no
 * server process's.
 */
final class PoolerStandIn implements AutoCloseable {
    private static final int BACKEND_KEY_DATA = 'K';
    private static final byte[] UNSUPPORTED =
            "SFATAL\0C08P01\0Munsupported startup parameter: options\0\0".getBytes(StandardCharsets.US_ASCII);

    private final ConnectionConfig behind;
    private final ServerSocket socket;

    PoolerStandIn(ConnectionConfig behind) throws IOException {
        this.behind = behind;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    ConnectionConfig config() {
        return new ConnectionConfig(
                "localhost",
                socket.getLocalPort(),
                behind.database(),
                behind.user(),
                behind.password(),
                Map.of("sslmode", "disable", "gssencmode", "disable"),
                Duration.ofSeconds(10));
    }

    private void serve() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket accepted) {
        try (Socket client = accepted;
                Socket server = new Socket(behind.host(), behind.port())) {
            DataInputStream fromClient = new DataInputStream(client.getInputStream());
            byte[] startup = new byte[fromClient.readInt() - Integer.BYTES];
            fromClient.readFully(startup);
            if (new String(startup, StandardCharsets.UTF_8).contains("\0options\0")) {
                refuse(new DataOutputStream(client.getOutputStream()));
                return;
            }
            DataOutputStream toServer = new DataOutputStream(server.getOutputStream());
            toServer.writeInt(startup.length + Integer.BYTES);
            toServer.write(startup);
            Thread.ofVirtual().start(() -> copy(fromClient, toServer));
            answer(new DataInputStream(server.getInputStream()), new DataOutputStream(client.getOutputStream()));
        } catch (IOException e) {
            // one of them hung up
        }
    }

    private static void refuse(DataOutputStream toClient) throws IOException {
        toClient.writeByte('E');
        toClient.writeInt(UNSUPPORTED.length + Integer.BYTES);
        toClient.write(UNSUPPORTED);
    }

    private static void answer(DataInputStream fromServer, DataOutputStream toClient) throws IOException {
        while (true) {
            int type = fromServer.readByte();
            int length = fromServer.readInt();
            byte[] body = new byte[length - Integer.BYTES];
            fromServer.readFully(body);
            if (type == BACKEND_KEY_DATA) {
                body[0] ^= 1;
            }
            toClient.writeByte(type);
            toClient.writeInt(length);
            toClient.write(body);
        }
    }

    private static void copy(InputStream from, OutputStream to) {
        try (from;
                to) {
            from.transferTo(to);
        } catch (IOException e) {
            // one of them hung up
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
