package com.fataplus.migrations.postgres.dump;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * A dump's SQL on its way to psql: counted, and made loadable where a newer pg_dump wrote it than the server is. From 17 on it sets
 * transaction_timeout, which older servers do not know.
 */
final class SqlFeed extends OutputStream {
    private static final byte[] SETTING = "\nSET transaction_timeout = 0;\n".getBytes(US_ASCII);

    /** The same where there is such a setting. */
    private static final byte[] CAREFUL = """

            SELECT pg_catalog.set_config(name, '0', false) FROM pg_catalog.pg_settings WHERE name = 'transaction_timeout';
            """.getBytes(US_ASCII);

    /** It stands among the first lines. */
    private static final int HEADER_BYTES = 4096;

    private static final long BYTES_BETWEEN_REPORTS = 1 << 20;

    private final OutputStream psql;
    private final LongConsumer progress;
    private byte[] header = new byte[HEADER_BYTES];
    private int headerBytes;
    private long bytes;
    private long reported;

    SqlFeed(OutputStream psql, LongConsumer progress) {
        this.psql = psql;
        this.progress = progress;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] block, int offset, int length) throws IOException {
        int forHeader = Math.min(length, header.length - headerBytes);
        System.arraycopy(block, offset, header, headerBytes, forHeader);
        headerBytes += forHeader;
        if (length > forHeader) {
            passHeader();
            psql.write(block, offset + forHeader, length - forHeader);
        }
        bytes += length;
        if (bytes - reported >= BYTES_BETWEEN_REPORTS) {
            report();
        }
    }

    @Override
    public void flush() throws IOException {
        passHeader();
        psql.flush();
        report();
    }

    private void passHeader() throws IOException {
        byte[] first = Arrays.copyOf(header, headerBytes);
        header = new byte[0];
        headerBytes = 0;
        int at = indexOf(SETTING, first);
        if (at < 0) {
            psql.write(first);
        } else {
            psql.write(first, 0, at);
            psql.write(CAREFUL);
            int after = at + SETTING.length;
            psql.write(first, after, first.length - after);
        }
    }

    private static int indexOf(byte[] wanted, byte[] text) {
        for (int at = 0; at + wanted.length <= text.length; at++) {
            if (Arrays.equals(wanted, 0, wanted.length, text, at, at + wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private void report() {
        reported = bytes;
        progress.accept(bytes);
    }
}
