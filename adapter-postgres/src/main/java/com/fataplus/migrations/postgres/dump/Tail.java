package com.fataplus.migrations.postgres.dump;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;

/** Keeps the last bytes of a stream that may be very long. Safe for use by several threads. */
final class Tail extends OutputStream {
    private final int most;
    private byte[] kept = new byte[0];

    Tail(int most) {
        this.most = most;
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int fresh = Math.min(length, most);
        int old = Math.min(kept.length, most - fresh);
        byte[] next = new byte[old + fresh];
        System.arraycopy(kept, kept.length - old, next, 0, old);
        System.arraycopy(bytes, offset + length - fresh, next, old, fresh);
        kept = next;
    }

    /** What was kept, as text; a character cut at its beginning shows as a replacement character. */
    synchronized String text() {
        return new String(kept, UTF_8);
    }
}
