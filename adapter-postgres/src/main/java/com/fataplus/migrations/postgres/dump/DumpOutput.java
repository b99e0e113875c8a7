package com.fataplus.migrations.postgres.dump;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** Hands a dump on, counts it and knows whether it is whole. */
final class DumpOutput {
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(250);

    /** The closing comment, what newer versions write after it included. */
    private static final int ENDING_BYTES = 512;

    private static final String PLAIN_ENDING = "\n-- PostgreSQL database dump complete\n";
    private static final byte[] ARCHIVE_BEGINNING = "PGDMP".getBytes(US_ASCII);

    private final OutputStream to;
    private final LongConsumer progress;
    private final Tail ending = new Tail(ENDING_BYTES);
    private byte[] beginning = {};
    private long bytes;
    private long reported = System.nanoTime();

    DumpOutput(OutputStream to, LongConsumer progress) {
        this.to = to;
        this.progress = progress;
    }

    void write(byte[] block, int length) {
        storing(() -> to.write(block, 0, length));
        ending.write(block, 0, length);
        if (beginning.length < ARCHIVE_BEGINNING.length) {
            beginning = firstBytes(block, length);
        }
        bytes += length;
        if (System.nanoTime() - reported >= BETWEEN_REPORTS.toNanos()) {
            report();
        }
    }

    /** Says that nothing more comes, and returns how much came. */
    long finish() {
        storing(to::flush);
        report();
        return bytes;
    }

    /**
     * Whether what came is a dump to its end. An archive has no mark at its end: pg_dump's exit code has to do for it.
     */
    boolean isWhole(Format format) {
        return switch (format) {
            case PLAIN -> ending.text().contains(PLAIN_ENDING);
            // of a directory there is no stream
            case CUSTOM, DIRECTORY -> Arrays.equals(beginning, ARCHIVE_BEGINNING);
        };
    }

    private byte[] firstBytes(byte[] block, int length) {
        byte[] longer = Arrays.copyOf(beginning, Math.min(beginning.length + length, ARCHIVE_BEGINNING.length));
        System.arraycopy(block, 0, longer, beginning.length, longer.length - beginning.length);
        return longer;
    }

    private void report() {
        progress.accept(bytes);
        reported = System.nanoTime();
    }

    private static void storing(Storing work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new MigrationException(BackupFailure.notWritten(String.valueOf(e.getMessage())), e);
        }
    }

    private interface Storing {
        void run() throws IOException;
    }
}
