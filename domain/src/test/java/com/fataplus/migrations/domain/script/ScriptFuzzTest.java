package com.fataplus.migrations.domain.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets Jazzer think up revision files; it watches which branches they reach. Only {@code -Pnightly} brings it. It takes ten minutes, or as long
 * as {@code -Dfata.fuzz.seconds} says.
 */
@Tag("nightly")
class ScriptFuzzTest {
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @Test
    void holdsForWhatAFuzzerThinksUp(@TempDir Path folder) throws Exception {
        Path seeds = Files.createDirectory(folder.resolve("seeds"));
        try (Stream<Path> ours = Files.list(Path.of("../migrations/versions"))) {
            for (Path file : ours.toList()) {
                Files.copy(file, seeds.resolve(file.getFileName()));
            }
        }
        Path words = folder.resolve("fuzz.dict");
        try (var resource = ScriptFuzzTest.class.getResourceAsStream("fuzz.dict")) {
            Files.copy(resource, words);
        }
        Path log = folder.resolve("log.txt");

        int exitCode = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        CLASS_PATH,
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + ScriptFuzz.class.getName(),
                        "--instrumentation_includes=com.fataplus.migrations.domain.**",
                        "-artifact_prefix=" + folder + "/",
                        "-dict=" + words,
                        "-use_value_profile=1",
                        "-max_len=2000",
                        "-timeout=20",
                        "-max_total_time=" + Integer.getInteger("fata.fuzz.seconds", 600),
                        seeds.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();

        assertThat(exitCode).as(() -> tail(log)).isZero();
        assertThat(tail(log)).contains("Done ");
    }

    /** The stack trace, and the input in Base64. */
    private static String tail(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 100), all.size()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
