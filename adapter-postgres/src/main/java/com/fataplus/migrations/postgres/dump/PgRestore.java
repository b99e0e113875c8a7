package com.fataplus.migrations.postgres.dump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.DatabaseDump.DumpTool;
import com.fataplus.migrations.application.port.RestoreTarget;
import com.fataplus.migrations.application.port.StoredDump;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Reads dumps and restores them: SQL by psql, whatever the format, and archives by several jobs of pg_restore where that was asked for. No
 * record: the environment has the password in it.
 */
final class PgRestore {
    private static final String PLAIN_BEGINNING = "--\n-- PostgreSQL database dump";

    private static final int BLOCK_BYTES = 256 * 1024;

    private final Map<String, String> environment;
    private final SearchPlaces places;
    private final int jobs;

    PgRestore(Map<String, String> environment, SearchPlaces places, int jobs) {
        this.environment = Map.copyOf(environment);
        this.places = requireNonNull(places, "places");
        this.jobs = jobs;
    }

    /** To its end: a text by its last line, an archive by making SQL of all of it. */
    void read(DumpTool tool, StoredDump dump, Cancellation cancellation) {
        switch (dump.format()) {
            case PLAIN -> requireEnd(dump);
            case CUSTOM, DIRECTORY ->
                succeeded(
                        "backup.unreadable",
                        "pg_restore",
                        archive(tool, dump, cancellation).writing((block, length) -> {}));
        }
    }

    private static void requireEnd(StoredDump dump) {
        DumpOutput output = new DumpOutput(OutputStream.nullOutputStream(), bytes -> {});
        try (InputStream content = dump.content()) {
            byte[] beginning = content.readNBytes(PLAIN_BEGINNING.length());
            byte[] block = new byte[BLOCK_BYTES];
            for (int length = content.read(block); length >= 0; length = content.read(block)) {
                output.write(block, length);
            }
            if (!new String(beginning, UTF_8).equals(PLAIN_BEGINNING) || !output.isWhole(dump.format())) {
                throw failure("backup.unreadable", dump.name() + " is no complete dump", Optional.empty());
            }
        } catch (IOException e) {
            throw failure("backup.unreadable", dump.name() + " cannot be read: " + e.getMessage(), Optional.empty());
        }
    }

    /** Several jobs need an archive that they can all open, and commit each on its own. */
    void restore(DumpTool tool, StoredDump dump, RestoreTarget to, LongConsumer progress, Cancellation cancellation) {
        if (dump.format() != Format.PLAIN && jobs > 1) {
            inParallel(tool, dump, to.database(), cancellation);
            psql(tool, to.database(), cancellation, input -> together(input, to.afterwards()));
        } else {
            psql(tool, to.database(), cancellation, input -> {
                sql(tool, dump, new SqlFeed(input, progress), cancellation);
                together(input, to.afterwards());
            });
        }
    }

    private static void together(OutputStream input, String statements) throws IOException {
        if (!statements.isEmpty()) {
            // A dump sets the encoding to that of its database.
            input.write(("set client_encoding = 'UTF8';\nbegin;\n" + statements + "\ncommit;\n").getBytes(UTF_8));
        }
        input.flush();
    }

    private void inParallel(DumpTool tool, StoredDump dump, String database, Cancellation cancellation) {
        List<String> command = List.of(
                beside(tool, "pg_restore"),
                "--exit-on-error",
                "--no-password",
                "--jobs=" + jobs,
                "--dbname=dbname=" + quoted(database),
                dump.path());
        succeeded(
                "restore.failed",
                "pg_restore",
                new ClientRun("pg_restore", command, environment, cancellation).watching(() -> {}));
    }

    private void psql(DumpTool tool, String database, Cancellation cancellation, ClientRun.Feed feed) {
        Map<String, String> into = new HashMap<>(environment);
        into.put("PGDATABASE", database);
        List<String> command =
                List.of(beside(tool, "psql"), "--no-psqlrc", "--no-password", "--quiet", "--set=ON_ERROR_STOP=1");
        succeeded("restore.failed", "psql", new ClientRun("psql", command, into, cancellation).feeding(feed));
    }

    private void sql(DumpTool tool, StoredDump dump, OutputStream to, Cancellation cancellation) throws IOException {
        switch (dump.format()) {
            case PLAIN -> {
                try (InputStream content = dump.content()) {
                    content.transferTo(to);
                }
            }
            case CUSTOM, DIRECTORY ->
                succeeded(
                        "restore.failed",
                        "pg_restore",
                        archive(tool, dump, cancellation).writing((block, length) -> handOn(block, length, to)));
        }
        to.flush();
    }

    /** A pipe that psql broke is psql's affair, not that of the program that fills it. */
    private static void handOn(byte[] block, int length, OutputStream to) {
        try {
            to.write(block, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SQL in an archive, on standard output. */
    private ClientRun archive(DumpTool tool, StoredDump dump, Cancellation cancellation) {
        List<String> command = List.of(beside(tool, "pg_restore"), "--file=-", dump.path());
        return new ClientRun("pg_restore", command, environment, cancellation);
    }

    private String beside(DumpTool tool, String name) {
        Path sibling = Path.of(tool.program()).resolveSibling(name);
        if (Files.isExecutable(sibling)) {
            return sibling.toString();
        }
        return places.all(name).stream()
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> failure(
                        "backup.program-missing",
                        "found no %s beside %s, nor on PATH".formatted(name, tool.program()),
                        Optional.of("install all of PostgreSQL's client programs of that version")));
    }

    private static void succeeded(String code, String program, ClientProgram.Exit exit) {
        if (!exit.succeeded()) {
            throw failure(code, exit.told(program), RestoreRemedies.of(exit.errors()));
        }
    }

    /** As a value in libpq's connection strings. */
    private static String quoted(String database) {
        return "'" + database.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static MigrationException failure(String code, String summary, Optional<String> remedy) {
        return new MigrationException(new BackupFailure(code, summary, remedy));
    }
}
