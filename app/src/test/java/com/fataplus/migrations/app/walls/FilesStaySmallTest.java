package com.fataplus.migrations.app.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is read in one sitting, and its package introduces itself. */
class FilesStaySmallTest {
    private static final int MOST_LINES = 300;

    @Test
    void noFileIsLongerThanThreeHundredLines() {
        assertThat(Sources.roots()).flatMap(FilesStaySmallTest::longFiles).isEmpty();
    }

    @Test
    void aLongFileIsSeen(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("Short.java"), "//\n".repeat(300));
        Files.writeString(root.resolve("Long.java"), "//\n".repeat(301));

        assertThat(longFiles(root)).containsExactly(root.resolve("Long.java"));
    }

    @Test
    void everyPackageIntroducesItself() {
        assertThat(Sources.roots()).flatMap(FilesStaySmallTest::silentPackages).isEmpty();
    }

    @Test
    void aSilentPackageIsSeen(@TempDir Path root) throws IOException {
        Path silent = Files.createDirectories(root.resolve("silent"));
        Files.createFile(silent.resolve("Something.java"));
        Files.createFile(root.resolve("package-info.java"));

        assertThat(silentPackages(root)).containsExactly(silent);
    }

    private static List<Path> longFiles(Path root) {
        return Sources.files(root).stream()
                .filter(file -> lines(file) > MOST_LINES)
                .toList();
    }

    private static List<Path> silentPackages(Path root) {
        return Sources.files(root).stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .toList();
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
