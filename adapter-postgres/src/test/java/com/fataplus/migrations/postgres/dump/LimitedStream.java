package com.fataplus.migrations.postgres.dump;

import java.io.IOException;
import java.io.OutputStream;

/** A file on a disk with little room. */
final class LimitedStream extends OutputStream {
    private long room;

    LimitedStream(long room) {
        this.room = room;
    }

    @Override
    public void write(int single) throws IOException {
        take(1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        take(length);
    }

    private void take(int length) throws IOException {
        room -= length;
        if (room < 0) {
            throw new IOException("No space left on device");
        }
    }
}
