package com.fataplus.migrations.filesystem.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.port.RevisionDraft;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the folder after a revision was created. */
class CreatedRevisionTest {
    private WorkingDirectory here;
    private Path versions;
    private FileScripts scripts;

    @BeforeEach
    void beginsAProject(@TempDir Path temporary) throws IOException {
        here = new WorkingDirectory(temporary);
        versions = Files.createDirectories(temporary.resolve("my récoltes/versions"));
        scripts = scripts("{rev}_{slug}.sql");
    }

    private FileScripts scripts(String fileTemplate) {
        return new FileScripts(here, ScriptsFixture.config("my récoltes", "versions", fileTemplate));
    }

    @Test
    void createsNothingWhereThereIsNoFolder() throws IOException {
        Files.delete(versions);

        assertThat(failure(() -> scripts.create(draft("Add plots"))).code()).isEqualTo("scripts.no-versions");
    }

    /** Nobody can write there, whoever runs the tests. */
    @ParameterizedTest
    @ValueSource(strings = {"/sys", "/proc"})
    @EnabledOnOs(OS.LINUX)
    void saysThatAFolderTakesNoFiles(String folder) {
        FileScripts readOnly = new FileScripts(here, ScriptsFixture.config(".", folder, "{rev}_{slug}.sql"));

        MigrationFailure failure = failure(() -> readOnly.create(draft("Add plots")));

        assertThat(failure.code()).isEqualTo("script.unwritable");
        assertThat(failure.summary()).startsWith("cannot write 4f1c_add_plots.sql in " + folder + ": ");
    }

    @Test
    void writesTheBuiltInTemplate() {
        Revision created = scripts.create(draft("Add plots"));

        assertThat(created.location()).isEqualTo("my récoltes/versions/4f1c_add_plots.sql");
        assertThat(versions.resolve("4f1c_add_plots.sql")).hasContent("""
                -- Add plots
                --
                -- Revision: 4f1c
                -- Revises:
                -- Created: 2026-11-22T09:30+03:00

                -- migrate:up

                -- migrate:down
                """);
    }

    @Test
    void writesTheUsersTemplate() throws IOException {
        Files.writeString(versions.resolveSibling("template.sql"), """
                -- ${message}
                -- Revision: ${revision}
                -- Revises: ${revises}

                -- migrate:up
                set local role owner; -- ${unknown}

                -- migrate:down
                """);

        scripts.create(draft("Add plots"));

        assertThat(versions.resolve("4f1c_add_plots.sql")).content().contains("owner; -- ${unknown}\n");
    }

    @Test
    void refusesATemplateThatLosesSomething() throws IOException {
        Files.writeString(
                versions.resolveSibling("template.sql"),
                "-- Fixed words\n-- Revision: ${revision}\n-- Revises:\n\n-- migrate:up\n\n-- migrate:down\n");

        MigrationFailure failure = failure(() -> scripts.create(draft("Add plots")));

        assertThat(failure.summary()).contains("'Fixed words', not 'Add plots'");
        assertThat(failure.remedy().orElseThrow()).contains("template.sql");
        assertThat(versions).isEmptyDirectory();
    }

    @Test
    void refusesAMessageThatWouldBeReadAsSomethingElse() {
        assertThat(failure(() -> scripts.create(draft("migrate:up"))).code()).isEqualTo("script.not-read-back");
        assertThat(versions).isEmptyDirectory();
    }

    /** Whatever the message, the file gives it back or there is no file. */
    @Test
    void keepsEveryMessageOrRefusesIt() throws IOException {
        List<String> pieces = List.of(
                "a",
                "Récolte",
                "水田",
                "\uD83C\uDF3E",
                " ",
                "  ",
                "\t",
                "\n",
                "\r\n",
                "--",
                "-",
                "=",
                ":",
                "Revision:",
                "Revises: 1a",
                "migrate:up",
                "${message}",
                "${labels}",
                "$1",
                "$$",
                "\\",
                "\\1",
                "'",
                "\"",
                "/*",
                "*/",
                ";",
                "{rev}",
                "%s",
                "\u00A0",
                "\uFEFF");
        Random random = new Random(20261122);
        int kept = 0;
        for (int number = 0; number < 500; number++) {
            StringBuilder message = new StringBuilder();
            random.ints(random.nextInt(1, 6), 0, pieces.size()).forEach(piece -> message.append(pieces.get(piece)));
            RevisionDraft draft = draft(new RevisionId("r" + number), message.toString());
            try {
                Revision created = scripts.create(draft);
                assertThat(created.message()).isEqualTo(draft.message());
                kept++;
            } catch (MigrationException refused) {
                assertThat(refused.failure().code()).isEqualTo("script.not-read-back");
            }
        }
        assertThat(kept).isGreaterThan(350);
        assertThat(scripts.survey().revisions()).hasSize(kept);
        assertThat(scripts.survey().problems()).isEmpty();
    }

    @Test
    void fillsEveryTokenOfTheFileName() {
        FileScripts dated = scripts("{year}-{month}-{day}T{hour}{minute}{second}-{epoch}-{rev}-{slug}.sql");

        assertThat(dated.create(draft("Add plots")).location())
                .endsWith("/2026-11-22T093000-1795329000-4f1c-add_plots.sql");
    }

    @Test
    void leavesNoTemporaryFileBehind() throws IOException {
        scripts.create(draft("Add plots"));
        failure(() -> scripts.create(draft("Add plots")));

        try (Stream<Path> files = Files.list(versions)) {
            assertThat(files.map(Path::getFileName)).containsExactly(Path.of("4f1c_add_plots.sql"));
        }
    }

    @Test
    void namesTheFileThatIsInTheWay() throws IOException {
        Files.writeString(versions.resolve("4f1c_add_plots.sql"), "something of the user's");

        MigrationFailure failure = failure(() -> scripts.create(draft("Add plots")));

        assertThat(failure.code()).isEqualTo("script.exists");
        assertThat(failure.summary()).contains("my récoltes/versions/4f1c_add_plots.sql");
        assertThat(versions.resolve("4f1c_add_plots.sql")).hasContent("something of the user's");
    }

    private static RevisionDraft draft(String message) {
        return draft(new RevisionId("4f1c"), message);
    }

    private static RevisionDraft draft(RevisionId id, String message) {
        return new RevisionDraft(
                id,
                List.of(),
                List.of(),
                new TreeSet<>(),
                message,
                OffsetDateTime.parse("2026-11-22T09:30:00+03:00"),
                new RevisionDraft.Folder.NextTo(List.of()));
    }

    private static MigrationFailure failure(ThrowingCallable call) {
        MigrationException thrown = catchThrowableOfType(MigrationException.class, call);
        assertThat(thrown).isNotNull();
        return thrown.failure();
    }
}
