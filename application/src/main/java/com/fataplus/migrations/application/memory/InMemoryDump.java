package com.fataplus.migrations.application.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.DatabaseDump;
import com.fataplus.migrations.application.port.ServerInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Dumps a text, in place of a database. */
public final class InMemoryDump implements DatabaseDump {
    private static final int BLOCK_CHARACTERS = 16;

    private final int major;
    private String text = "-- a dump of nothing, long enough for several blocks\n";
    private Optional<BackupFailure> failure = Optional.empty();

    /** A tool that fits servers up to this major. */
    public InMemoryDump(int major) {
        this.major = major;
    }

    /** What is dumped from now on. */
    public void setText(String text) {
        this.text = text;
    }

    /** Makes each dump from now on fail half way. */
    public void failWith(BackupFailure failure) {
        this.failure = Optional.of(failure);
    }

    @Override
    public DumpTool find(ServerInfo server) {
        if (server.major() > major) {
            throw new MigrationException(new BackupFailure(
                    "backup.program-too-old",
                    "dumps servers up to " + major + ", and this one is " + server.version(),
                    Optional.of("use a server of version " + major)));
        }
        return new DumpTool("", major + ".0 (in memory)");
    }

    @Override
    public long dump(DumpTool tool, OutputStream to, LongConsumer progress, Cancellation cancellation) {
        long bytes = 0;
        for (int start = 0; start < text.length(); start += BLOCK_CHARACTERS) {
            cancellation.check();
            if (start >= text.length() / 2) {
                failure.ifPresent(reason -> {
                    throw new MigrationException(reason);
                });
            }
            bytes += write(text.substring(start, Math.min(text.length(), start + BLOCK_CHARACTERS)), to);
            progress.accept(bytes);
        }
        cancellation.check();
        return bytes;
    }

    private static int write(String block, OutputStream to) {
        byte[] bytes = block.getBytes(UTF_8);
        try {
            to.write(bytes);
            to.flush();
        } catch (IOException e) {
            throw new MigrationException(BackupFailure.notWritten(String.valueOf(e.getMessage())), e);
        }
        return bytes.length;
    }
}
