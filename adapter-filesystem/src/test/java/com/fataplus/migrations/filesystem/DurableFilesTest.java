package com.fataplus.migrations.filesystem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {
    @TempDir
    private Path folder;

    @Test
    void writesTheWholeFileAndNothingElse() throws IOException {
        DurableFiles.create(folder.resolve("été.sql"), bytes("select 1;\n"));

        assertThat(folder.resolve("été.sql")).hasContent("select 1;\n");
        assertThat(names()).containsExactly("été.sql");
    }

    @Test
    void neverReplacesAFile() throws IOException {
        Files.writeString(folder.resolve("a.sql"), "old");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> DurableFiles.create(folder.resolve("a.sql"), bytes("new")));

        assertThat(folder.resolve("a.sql")).hasContent("old");
        assertThat(names()).containsExactly("a.sql");
    }

    @Test
    void neverReplacesALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.sql"), Path.of("nowhere"));

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> DurableFiles.create(folder.resolve("a.sql"), bytes("new")));
    }

    @Test
    void failsWithoutAFolder() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> DurableFiles.create(folder.resolve("none").resolve("a.sql"), bytes("new")));
    }

    @Test
    void renamesWhereThereAreNoHardLinks() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
            Path temporary = Files.writeString(zip.getPath("/.a.partial"), "new");

            DurableFiles.giveName(temporary, zip.getPath("/a.sql"));

            assertThat(Files.readString(zip.getPath("/a.sql"))).isEqualTo("new");
            assertThat(temporary).doesNotExist();
        }
    }

    @Test
    void neverReplacesAFileWhereThereAreNoHardLinksEither() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
            Path temporary = Files.writeString(zip.getPath("/.a.partial"), "new");
            Path target = Files.writeString(zip.getPath("/a.sql"), "old");

            assertThatExceptionOfType(FileAlreadyExistsException.class)
                    .isThrownBy(() -> DurableFiles.giveName(temporary, target));

            assertThat(Files.readString(target)).isEqualTo("old");
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
