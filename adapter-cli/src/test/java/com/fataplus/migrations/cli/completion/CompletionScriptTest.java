package com.fataplus.migrations.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fataplus.migrations.cli.completion.CompletionScript.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person gets who presses the tabulator, in real shells. */
class CompletionScriptTest {
    private static final Map<Shell, ShellAtWork> SHELLS = new EnumMap<>(Shell.class);

    @BeforeAll
    static void startShells(@TempDir Path folder) throws Exception {
        for (Shell shell : Shell.values()) {
            SHELLS.put(shell, ShellAtWork.start(shell, Files.createDirectory(folder.resolve(shell.toString()))));
        }
    }

    @AfterAll
    static void closeShells() throws Exception {
        for (ShellAtWork shell : SHELLS.values()) {
            shell.close();
        }
    }

    /** Each line in each shell: what is typed, and the words that fata then gets. */
    static Stream<Arguments> lines() {
        Map<String, String> lines = Map.ofEntries(
                Map.entry("fata upgr", "upgrade"),
                Map.entry("fata backup cr", "backup create"),
                Map.entry("fata upgrade --dry", "upgrade --dry-run"),
                Map.entry("fata upgrade 4f1c --dry", "upgrade 4f1c --dry-run"),
                Map.entry("fata status --output js", "status --output json"),
                Map.entry("fata status --output=js", "status --output=json"),
                Map.entry("fata upgrade --transaction rev", "upgrade --transaction revision"),
                Map.entry("fata show 4f1", "show 4f1c2a9be07d"),
                Map.entry("fata downgrade --revision 9b", "downgrade --revision 9be27c01d4aa"),
                Map.entry("fata upgrade harv", "upgrade harvests"),
                Map.entry("fata history -r 9be2:4f1", "history -r 9be2:4f1c2a9be07d"),
                Map.entry("fata stamp 4f1c 9b", "stamp 4f1c 9be27c01d4aa"),
                Map.entry("fata backup show back", "backup show backup_20261122_093000.sql"),
                Map.entry("fata -c other.toml upgr", "-c other.toml upgrade"),
                Map.entry("fata --config=other.toml show 4f", "--config=other.toml show 4f1c2a9be07d"),
                Map.entry("fata help back", "help backup"),
                Map.entry("fata completion zs", "completion zsh"),
                Map.entry("fata -c scri", "-c script"),
                Map.entry("fata nonsen", "nonsen"));
        return Stream.of(Shell.values())
                .flatMap(shell -> lines.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(line -> arguments(shell, line.getKey(), line.getValue())));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theTabulatorFinishesTheWord(Shell shell, String typed, String called) throws Exception {
        assertThat(SHELLS.get(shell).complete(typed)).isEqualTo(called);
    }
}
