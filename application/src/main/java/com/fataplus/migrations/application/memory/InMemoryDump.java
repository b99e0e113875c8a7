package com.fataplus.migrations.application.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.DatabaseDump;
import com.fataplus.migrations.application.port.DumpTarget;
import com.fataplus.migrations.application.port.RestoreTarget;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.application.port.StoredDump;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Dumps a text that stands for the state of a database, and brings that state back. */
public final class InMemoryDump implements DatabaseDump {
    private static final int BLOCK_CHARACTERS = 16;

    private final int major;
    private final Optional<InMemoryNewDatabases> databases;
    private final Map<String, MemoryState> dumped = new HashMap<>();
    private String text = "-- a dump of nothing that needs 4 blocks.\n";
    private Optional<BackupFailure> failure = Optional.empty();
    private Optional<BackupFailure> restoreFailure = Optional.empty();

    /** A tool that fits servers up to this major, for a database of no interest. */
    public InMemoryDump(int major) {
        this.major = major;
        this.databases = Optional.empty();
    }

    /** A tool for the databases of a server. */
    public InMemoryDump(int major, InMemoryNewDatabases databases) {
        this.major = major;
        this.databases = Optional.of(databases);
    }

    /** What a dump begins with from now on. */
    public void setText(String text) {
        this.text = text;
    }

    /** Makes each dump from now on fail half way. */
    public void failWith(BackupFailure failure) {
        this.failure = Optional.of(failure);
    }

    /** Makes each restore from now on fail when half is there. */
    public void failToRestoreWith(BackupFailure failure) {
        this.restoreFailure = Optional.of(failure);
    }

    @Override
    public DumpTool find(ServerInfo server) {
        return toolFor(server.major(), server.version());
    }

    @Override
    public DumpTool findReader(StoredDump dump, String serverVersion) {
        return toolFor(Integer.parseInt(serverVersion.replaceFirst("\\D.*", "")), serverVersion);
    }

    private DumpTool toolFor(int serverMajor, String version) {
        if (serverMajor > major) {
            throw new MigrationException(new BackupFailure(
                    "backup.program-too-old",
                    "dumps servers up to " + major + ", and this one is " + version,
                    Optional.of("use a server of version " + major)));
        }
        return new DumpTool("", major + ".0 (in memory)");
    }

    @Override
    public long dump(DumpTool tool, DumpTarget to, LongConsumer progress, Cancellation cancellation) {
        cancellation.check();
        try (OutputStream stream = stream(to)) {
            return write(stamped(), stream, progress, cancellation);
        } catch (IOException e) {
            throw new MigrationException(BackupFailure.notWritten(String.valueOf(e.getMessage())), e);
        }
    }

    /** The text, and where there is a state a last line that it can be found by. */
    private String stamped() {
        return databases
                .map(server -> {
                    String key = "-- state " + (dumped.size() + 1);
                    dumped.put(key, server.original().committed().copy());
                    return text + key + "\n";
                })
                .orElse(text);
    }

    private static OutputStream stream(DumpTarget to) throws IOException {
        return switch (to) {
            case DumpTarget.File file -> file.stream();
            case DumpTarget.Folder folder -> folder.create("toc.dat");
        };
    }

    private long write(String all, OutputStream to, LongConsumer progress, Cancellation cancellation)
            throws IOException {
        long bytes = 0;
        for (int start = 0; start < all.length(); start += BLOCK_CHARACTERS) {
            cancellation.check();
            if (start >= all.length() / 2) {
                failure.ifPresent(reason -> {
                    throw new MigrationException(reason);
                });
            }
            byte[] block = all.substring(start, Math.min(all.length(), start + BLOCK_CHARACTERS))
                    .getBytes(UTF_8);
            to.write(block);
            to.flush();
            bytes += block.length;
            progress.accept(bytes);
        }
        cancellation.check();
        return bytes;
    }

    @Override
    public void read(DumpTool tool, StoredDump dump, Cancellation cancellation) {
        cancellation.check();
        state(dump);
    }

    @Override
    public void restore(
            DumpTool tool, StoredDump dump, RestoreTarget to, LongConsumer progress, Cancellation cancellation) {
        cancellation.check();
        MemoryState state = state(dump);
        restoreFailure.ifPresent(reason -> {
            throw new MigrationException(reason);
        });
        databases.orElseThrow().named(to.database()).restored(state.copy(), to.afterwards());
        progress.accept(text.length());
        cancellation.check();
    }

    private MemoryState state(StoredDump dump) {
        return Optional.ofNullable(dumped.get(lastLine(dump)))
                .orElseThrow(() -> new MigrationException(new BackupFailure(
                        "backup.unreadable", dump.name() + " is no dump of ours to its end", Optional.empty())));
    }

    private static String lastLine(StoredDump dump) {
        try (InputStream content = dump.content()) {
            return new String(content.readAllBytes(), UTF_8)
                    .lines()
                    .reduce((first, second) -> second)
                    .orElse("");
        } catch (IOException e) {
            throw new IllegalStateException("nothing can go wrong in memory", e);
        }
    }
}
