package com.fataplus.migrations.app;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.Secret;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.usecase.Operator;
import com.fataplus.migrations.cli.CommandLineInterface;
import com.fataplus.migrations.cli.command.Shell.World;
import com.fataplus.migrations.cli.render.Screen;
import com.fataplus.migrations.cli.render.Style;
import com.fataplus.migrations.cli.render.Terminal;
import com.fataplus.migrations.cli.render.Terminal.Liveness;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import com.google.inject.Guice;
import com.google.inject.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody who types fata commands in a folder: the real wiring, without a process of its own for each command. */
public final class FataInProcess {
    private final Path folder;
    private final Optional<Path> home;
    private final Map<String, String> environment = new HashMap<>();

    private FataInProcess(Path folder, Optional<Path> home) {
        this.folder = folder;
        this.home = home;
        environment.put("PATH", System.getenv("PATH"));
    }

    /** In a folder whose {@code migrations/versions} is empty, with a database to migrate. */
    public static FataInProcess in(Path folder, ConnectionConfig database) {
        FataInProcess fata = new FataInProcess(folder, Optional.empty());
        fata.environment.putAll(environmentFor(database));
        fata.createFolder("migrations/versions");
        fata.write("migrations/fata.toml", "");
        return fata;
    }

    /** In an empty folder, with fata installed elsewhere and no database. */
    public static FataInProcess withHome(Path folder, Path home) {
        return new FataInProcess(folder, Optional.of(home));
    }

    /** What somebody who uses this database has in the environment. */
    public static Map<String, String> environmentFor(ConnectionConfig database) {
        return Map.of(
                "POSTGRES_HOST", database.host(),
                "POSTGRES_PORT", Integer.toString(database.port()),
                "POSTGRES_DB", database.database(),
                "POSTGRES_USER", database.user(),
                "POSTGRES_PASSWORD", database.password().map(Secret::value).orElse(""));
    }

    /** What a command left behind. */
    public record Result(int exitCode, String out, String err) {}

    public FataInProcess set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** A revision file in {@code migrations/versions}. */
    public FataInProcess revision(String id, String parent, String sections) {
        return write(
                "migrations/versions/" + id + ".sql",
                "-- Add %1$s\n--\n-- Revision: %1$s\n-- Revises: %2$s\n\n%3$s".formatted(id, parent, sections));
    }

    /** A revision that creates a table of its own name, and drops it again. */
    public FataInProcess table(String id, String parent) {
        return revision(
                id,
                parent,
                "-- migrate:up\ncreate table %1$s (id int primary key);\n-- migrate:down\ndrop table %1$s;\n"
                        .formatted(id));
    }

    public FataInProcess write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createFolder(String name) {
        try {
            Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types a command and waits for its end. */
    public Result type(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(stream(out), stream(err), Style.PLAIN, Liveness.PIPE);
        var surroundings = new Surroundings(
                environment,
                new WorkingDirectory(folder),
                home,
                List.of(),
                Screen.NONE,
                ZoneOffset.UTC,
                new Operator("farmer@laptop", "0.1.0"));
        World world = Guice.createInjector(
                        Stage.PRODUCTION, new HouseRules(), new CommandLineModule(surroundings, new Cancellation()))
                .getInstance(World.class);
        int exitCode = new CommandLineInterface(world, terminal).run(arguments);
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
