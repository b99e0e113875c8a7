package com.fataplus.migrations.app;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.usecase.Operator;
import com.fataplus.migrations.cli.render.Screen;
import com.fataplus.migrations.cli.render.Screen.Letters;
import com.fataplus.migrations.cli.render.Style;
import com.fataplus.migrations.cli.render.Terminal;
import com.fataplus.migrations.cli.render.Terminal.Liveness;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import com.fataplus.migrations.filesystem.program.Attendance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this process finds around it.
 *
 * @param home where fata is installed, with the platform's migrations for the demonstration; told by the launcher
 * @param screen what standard output is seen on; told by the launcher
 * @param terminals which of {@code in}, {@code out} and {@code err} a person sits at; told by the launcher, since Java cannot tell
 */
record Surroundings(
        Map<String, String> environment,
        WorkingDirectory here,
        Optional<Path> home,
        List<String> terminals,
        Screen screen,
        ZoneId zone,
        Operator operator) {
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    Surroundings {
        environment = Map.copyOf(environment);
        requireNonNull(here, "here");
        requireNonNull(home, "home");
        terminals = List.copyOf(terminals);
        requireNonNull(screen, "screen");
        requireNonNull(zone, "zone");
        requireNonNull(operator, "operator");
    }

    static Surroundings ofProcess() {
        return new Surroundings(
                System.getenv(),
                new WorkingDirectory(Path.of("")),
                Optional.ofNullable(System.getProperty("fata.home")).map(Path::of),
                List.of(System.getProperty("fata.terminals", "").split(",")),
                screen(System.getProperty("fata.columns", ""), System.getProperty("fata.letters", "")),
                ZoneId.systemDefault(),
                new Operator(System.getProperty("user.name") + "@" + host(), Version.ours()));
    }

    /** The same place with more in the environment. */
    Surroundings with(Map<String, String> additions) {
        Map<String, String> all = new HashMap<>(environment);
        all.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("FATA_") || name.equals("DATABASE_URL"));
        all.putAll(additions);
        return new Surroundings(all, here, home, terminals, screen, zone, operator);
    }

    Terminal terminal() {
        Liveness live = terminals.contains("err") ? Liveness.TERMINAL : Liveness.PIPE;
        return Terminal.ofProcess(style("out"), style("err"), live, screen);
    }

    /** An editor needs a terminal to read from and one to draw on. */
    Attendance attendance() {
        return terminals.containsAll(List.of("in", "out")) ? Attendance.AT_A_TERMINAL : Attendance.NOBODY;
    }

    /** As no-color.org and force-color.org have it; a refusal counts more than a wish. */
    private Style style(String stream) {
        if (isSet("NO_COLOR")) {
            return Style.PLAIN;
        }
        boolean shows = terminals.contains(stream)
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return shows || isSet("FORCE_COLOR") ? Style.COLOUR : Style.PLAIN;
    }

    private boolean isSet(String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }

    /** What the launcher found; COLUMNS is for programs only where somebody exported it. */
    private static Screen screen(String columns, String letters) {
        return new Screen(
                Optional.of(columns)
                        .filter(text -> text.matches("[1-9][0-9]{0,4}"))
                        .map(Integer::valueOf),
                letters.equals("ascii") ? Letters.ASCII : Letters.UNICODE);
    }

    /** Not by the resolver: a broken DNS would make every command wait. */
    private static String host() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException noSuchFile) {
            return "localhost";
        }
    }
}
