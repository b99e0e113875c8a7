package com.fataplus.migrations.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher tells Java of the terminal that it runs on, which a Java stand-in repeats. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("../fata");

    @TempDir
    Path home;

    @BeforeEach
    void installWithJavaThatRepeatsItsArguments() throws IOException {
        Files.copy(LAUNCHER, home.resolve("fata"));
        program("tools/find-java", "echo '" + home + "'");
        program("bin/java", "printf '%s\\n' \"$@\"");
        Files.createDirectories(home.resolve("app/target/fata/lib"));
        Files.createFile(home.resolve("app/target/fata/lib/app-0.jar"));
    }

    @Test
    void tellsHowWideTheTerminalIs() throws Exception {
        assertThat(onTerminal("stty cols 133; ./fata status")).contains("-Dfata.columns=133");
    }

    @Test
    void letsTheUserNameAnotherWidth() throws Exception {
        assertThat(onTerminal("stty cols 133; COLUMNS=97 ./fata status")).contains("-Dfata.columns=97");
    }

    @Test
    void tellsNoWidthInAPipe() throws Exception {
        assertThat(onTerminal("stty cols 133; ./fata status | cat"))
                .contains("-Dfata.terminals=in,err", "-Dfata.columns=");
    }

    private void program(String name, String command) throws IOException {
        Path program = home.resolve(name);
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\n" + command + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    /** The lines that a command prints on a terminal of its own. */
    private String[] onTerminal(String command) throws IOException, InterruptedException {
        Path printed = home.resolve("printed");
        ProcessBuilder script = new ProcessBuilder("script", "--quiet", "--return", "--command", command, "/dev/null")
                .directory(home.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        script.environment().remove("COLUMNS");
        assertThat(script.start().waitFor()).isZero();
        return Files.readString(printed, UTF_8).lines().map(String::strip).toArray(String[]::new);
    }
}
