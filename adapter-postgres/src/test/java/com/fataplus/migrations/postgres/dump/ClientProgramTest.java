package com.fataplus.migrations.postgres.dump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.event.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientProgramTest {
    private final Path script;
    private final Cancellation cancellation = new Cancellation();

    ClientProgramTest(@TempDir Path directory) {
        this.script = directory.resolve("program");
    }

    @Test
    void runsWithTheGivenEnvironmentAlone() throws IOException {
        try (ClientProgram program = start("/usr/bin/env")) {
            String output = new String(program.output().readAllBytes(), UTF_8);

            assertThat(output.lines().filter(line -> line.startsWith("PG"))).containsExactly("PGHOST=localhost");
            assertThat(output).doesNotContain("HOME=");
            assertThat(program.await().succeeded()).isTrue();
        }
    }

    @Test
    void tellsTheExitCodeAndTheLastErrors() throws IOException {
        try (ClientProgram program = start("seq 1 10000 >&2", "echo the reason >&2", "exit 3")) {
            ClientProgram.Exit exit = program.await();

            assertThat(exit.described()).isEqualTo("failed with exit code 3");
            assertThat(exit.errors()).endsWith("10000\nthe reason").hasSizeLessThan(5000);
        }
    }

    @Test
    void tellsTheSignalThatKilledIt() throws IOException {
        try (ClientProgram program = start("kill -9 $$")) {
            assertThat(program.await().described()).isEqualTo("was killed by signal 9");
        }
    }

    @Test
    void endsWithItsChildrenWhenAskedToStop() throws IOException {
        try (ClientProgram program = start("sleep 601 &", "echo started", "wait")) {
            awaitStart(program);

            cancellation.cancel("SIGTERM");

            assertThat(program.output().read()).isEqualTo(-1);
            assertThat(program.await().succeeded()).isFalse();
        }
        assertThat(running("sleep 601")).isZero();
    }

    @Test
    void endsWhenClosed() throws IOException {
        try (ClientProgram program = start("sleep 602 &", "echo started", "wait")) {
            awaitStart(program);
        }

        assertThat(running("sleep 602")).isZero();
    }

    @Test
    void endsAProgramThatDoesNotWantTo() throws IOException {
        try (ClientProgram program = start("trap '' TERM", "echo started", "while true; do sleep 0.603; done")) {
            awaitStart(program);
        }

        assertThat(running(script.toString())).isZero();
    }

    private ClientProgram start(String... lines) throws IOException {
        Scripts.write(script, lines);
        return ClientProgram.start(
                List.of(script.toString()), Map.of("PATH", "/usr/bin:/bin", "PGHOST", "localhost"), cancellation);
    }

    private static void awaitStart(ClientProgram program) throws IOException {
        assertThat(new String(program.output().readNBytes(8), UTF_8)).isEqualTo("started\n");
    }

    private static long running(String words) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(words))
                .count();
    }
}
