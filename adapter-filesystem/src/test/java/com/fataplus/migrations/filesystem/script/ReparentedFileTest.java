package com.fataplus.migrations.filesystem.script;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What else stays of a file whose revision gets other parents. */
class ReparentedFileTest {
    private static final String TEXT =
            "-- Été\r\n--\r\n-- Revision: 2b\r\n-- Revises: %s\r\n\r\n-- migrate:up\r\nselect 'é'; \t\r\n-- migrate:down\r\n";

    private Path versions;
    private FileScripts scripts;

    @BeforeEach
    void beginsAProject(@TempDir Path temporary) throws IOException {
        versions = Files.createDirectories(temporary.resolve("migrations/versions"));
        scripts = new FileScripts(
                new WorkingDirectory(temporary), ScriptsFixture.config("migrations", "versions", "{rev}.sql"));
    }

    @Test
    void everyOtherByte() throws IOException {
        Files.writeString(versions.resolve("a.sql"), "\uFEFF" + TEXT.formatted("1a"));

        reparent();

        assertThat(Files.readString(versions.resolve("a.sql"))).isEqualTo("\uFEFF" + TEXT.formatted("9be2"));
    }

    @Test
    void itsPermissions() throws IOException {
        Path file = Files.writeString(versions.resolve("a.sql"), TEXT.formatted("1a"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r-x"));

        reparent();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r-x");
    }

    @Test
    void aLinkThatLeadsToIt(@TempDir Path elsewhere) throws IOException {
        Path file = Files.writeString(elsewhere.resolve("real.sql"), TEXT.formatted("1a"));
        Files.createSymbolicLink(versions.resolve("a.sql"), file);

        reparent();

        assertThat(versions.resolve("a.sql")).isSymbolicLink();
        assertThat(Files.readString(file)).isEqualTo(TEXT.formatted("9be2"));
    }

    @Test
    void allOfItWhereItCannotBeUnderstood() throws IOException {
        byte[] latin = TEXT.formatted("1a").getBytes(ISO_8859_1);
        Files.writeString(versions.resolve("a.sql"), TEXT.formatted("1a"));
        var revision = scripts.survey().revisions().getFirst();
        Files.write(versions.resolve("a.sql"), latin);

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> scripts.reparent(revision, List.of(new RevisionId("9be2"))));
        assertThat(versions.resolve("a.sql")).hasBinaryContent(latin);
    }

    @Test
    void nothingBesideIt() throws IOException {
        Files.writeString(versions.resolve("a.sql"), TEXT.formatted("1a"));

        reparent();

        try (Stream<Path> files = Files.list(versions)) {
            assertThat(files).containsExactly(versions.resolve("a.sql"));
        }
    }

    private void reparent() {
        scripts.reparent(scripts.survey().revisions().getFirst(), List.of(new RevisionId("9be2")));
    }
}
