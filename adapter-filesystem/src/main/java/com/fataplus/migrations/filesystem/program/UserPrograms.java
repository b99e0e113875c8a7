package com.fataplus.migrations.filesystem.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.Hook;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.FilePrograms;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Starts editors on the user's terminal, and hooks in the folder of fata.toml. */
public final class UserPrograms implements FilePrograms {
    /** What hooks find the file's path in. */
    private static final String FILE = "FATA_REVISION_FILE";

    private static final Pattern SYSTEM_ERROR = Pattern.compile("error[=:] ?[0-9]+[, (]+([^)]+?)[) ]*$");

    private final WorkingDirectory here;
    private final Path project;
    private final Map<String, String> environment;
    private final Attendance attendance;

    /**
     * For one project.
     *
     * @param directory the folder of fata.toml
     */
    public UserPrograms(
            WorkingDirectory here, String directory, Map<String, String> environment, Attendance attendance) {
        this.here = requireNonNull(here, "here");
        this.project = here.resolve(directory);
        this.environment = Map.copyOf(environment);
        this.attendance = requireNonNull(attendance, "attendance");
    }

    /** Like git, by a shell: so {@code EDITOR="code -w"} works, and quotes in it. The paths are no part of what the shell reads. */
    @Override
    public void edit(List<String> locations) {
        refuseNobody();
        String editor = EditorChoice.among(environment)
                .orElseThrow(() -> refused(
                        "edit.no-editor",
                        "there is no editor: neither $VISUAL nor $EDITOR is set, and none of the usual ones is installed",
                        "export EDITOR=\"code -w\""));
        List<String> command = new ArrayList<>(List.of("sh", "-c", editor + " \"$@\"", editor));
        locations.forEach(location -> command.add(here.resolve(location).toString()));
        ProcessBuilder builder = builder(command).inheritIO();
        int exitCode = await(start("edit.failed", editor, builder));
        if (exitCode != 0) {
            throw refused(
                    "edit.failed",
                    "the editor '%s' ended with exit code %d".formatted(editor, exitCode),
                    "choose another: export EDITOR=vi");
        }
    }

    @Override
    public int run(Hook hook, String location, Consumer<String> output, Cancellation cancellation) {
        cancellation.check();
        String file = here.resolve(location).toString();
        List<String> command = new ArrayList<>(hook.commandFor(file));
        command.set(0, program(command.getFirst()));
        ProcessBuilder builder = builder(command).directory(project.toFile()).redirectErrorStream(true);
        builder.environment().put(FILE, file);
        Process process = start("hook.failed", hook.command().getFirst(), builder);
        Cancellation.Registration stop = cancellation.onCancel(() -> end(process));
        try {
            readAll(process, output);
            int exitCode = await(process);
            cancellation.check();
            return exitCode;
        } finally {
            stop.close();
            end(process);
        }
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    /** Not by Process.destroy, which closes the streams under whoever reads them. */
    private static void end(Process process) {
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList()
                .forEach(ProcessHandle::destroy);
    }

    private void refuseNobody() {
        switch (attendance) {
            case AT_A_TERMINAL -> {}
            case NOBODY ->
                throw refused(
                        "edit.no-terminal",
                        "an editor needs a terminal, and input or output here is none",
                        "fata show REVISION tells the file's path");
        }
    }

    /** A program with a slash is looked for beside fata.toml, one without in PATH. */
    private String program(String name) {
        return name.contains("/") ? project.resolve(name).normalize().toString() : name;
    }

    private static void readAll(Process process, Consumer<String> output) {
        try {
            process.getOutputStream().close();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
                lines.lines().forEach(output);
            }
        } catch (IOException | UncheckedIOException closed) {
            output.accept("its output cannot be read: " + closed.getMessage());
        }
    }

    private static Process start(String code, String program, ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new MigrationException(
                    new InputFailure.BadRequest(
                            code,
                            "cannot run '%s': %s".formatted(program, reason(e)),
                            Optional.of("install it, or name another")),
                    e);
        }
    }

    /** The system's own words, which Java puts behind a number. */
    private static String reason(IOException e) {
        Matcher words = SYSTEM_ERROR.matcher(String.valueOf(e.getMessage()));
        return words.find() ? words.group(1).toLowerCase(Locale.ROOT) : String.valueOf(e.getMessage());
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw refused("program.interrupted", "interrupted while a program was running", "try again");
        }
    }

    private static MigrationException refused(String code, String summary, String remedy) {
        return new MigrationException(new InputFailure.BadRequest(code, summary, Optional.of(remedy)));
    }
}
