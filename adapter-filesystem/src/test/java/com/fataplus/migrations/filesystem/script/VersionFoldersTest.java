package com.fataplus.migrations.filesystem.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.config.ScriptsConfig.Depth;
import com.fataplus.migrations.application.config.ScriptsConfig.Folders;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.port.RevisionDraft;
import com.fataplus.migrations.application.port.RevisionDraft.Folder;
import com.fataplus.migrations.domain.revision.GraphCheck;
import com.fataplus.migrations.domain.revision.GraphProblem;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two folders of revisions, one of them beside the project. */
class VersionFoldersTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void laysOutTwoFolders() throws IOException {
        Files.createDirectories(folder.resolve("farm/versions"));
        Files.createDirectories(folder.resolve("billing"));
    }

    @Test
    void findsTheFilesOfAllFoldersSortedByLocation() throws IOException {
        file("farm/versions/a.sql", "1a");
        file("billing/b.sql", "2b");

        assertThat(store(Depth.FLAT).survey().revisions())
                .extracting(Revision::location)
                .containsExactly("billing/b.sql", "farm/versions/a.sql");
    }

    @Test
    void namesBothFilesOfOneId() throws IOException {
        file("farm/versions/a.sql", "1a");
        file("billing/b.sql", "1a");

        assertThat(RevisionGraph.check(store(Depth.FLAT).survey().revisions()))
                .isEqualTo(new GraphCheck.Broken(List.of(new GraphProblem.DuplicateId(
                        new RevisionId("1a"), List.of("billing/b.sql", "farm/versions/a.sql")))));
    }

    @Test
    void missesEachFolderByName() throws IOException {
        Files.delete(folder.resolve("billing"));

        assertThat(failure(() -> store(Depth.FLAT).survey()).summary())
                .isEqualTo("there is no folder billing with revisions");
    }

    @Test
    void refusesAFileInPlaceOfAFolder() throws IOException {
        Files.delete(folder.resolve("billing"));
        Files.writeString(folder.resolve("billing"), "mine");

        assertThat(failure(() -> store(Depth.FLAT).survey()).summary())
                .isEqualTo("cannot read the folder billing: not a folder");
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void followsAFolderThatIsALink(Depth depth, @TempDir Path elsewhere) throws IOException {
        file("farm/versions/a.sql", "1a");
        Files.delete(folder.resolve("billing"));
        Files.createSymbolicLink(folder.resolve("billing"), Files.createDirectory(elsewhere.resolve("real")));
        Files.copy(folder.resolve("farm/versions/a.sql"), elsewhere.resolve("real/b.sql"));

        assertThat(store(depth).survey().revisions())
                .extracting(Revision::location)
                .containsExactly("billing/b.sql", "farm/versions/a.sql");
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void takesNoFolderForAFileOfItsOwn(Depth depth) throws IOException {
        file("farm/all.sql/a.sql", "1a");

        assertThat(store(new Folders(List.of("all.sql"), depth), "{rev}.sql")
                        .survey()
                        .revisions())
                .extracting(Revision::location)
                .containsExactly("farm/all.sql/a.sql");
    }

    @Test
    void looksIntoFoldersWithinOnlyWhenTold() throws IOException {
        file("farm/versions/2026/11/a.sql", "1a");
        file("farm/versions/.hidden/b.sql", "2b");

        assertThat(store(Depth.FLAT).survey().revisions()).isEmpty();
        assertThat(store(Depth.RECURSIVE).survey().revisions())
                .extracting(Revision::location)
                .containsExactly("farm/versions/2026/11/a.sql");
    }

    @Test
    void findsAFileOnceThoughOneFolderLiesInAnother() throws IOException {
        file("farm/versions/2026/a.sql", "1a");
        FileScripts nested = store(new Folders(List.of("versions", "versions/2026"), Depth.RECURSIVE), "{rev}.sql");

        assertThat(nested.survey().revisions()).hasSize(1);
    }

    @Test
    void putsANewFileNextToItsParent() throws IOException {
        file("billing/b.sql", "2b");

        assertThat(create(new Folder.NextTo(parents("2b"))).location()).isEqualTo("billing/3c.sql");
    }

    @Test
    void putsANewFileIntoTheConfiguredFolderOfItsParent() throws IOException {
        file("billing/2026/b.sql", "2b");

        assertThat(create(new Folder.NextTo(parents("2b"))).location()).isEqualTo("billing/3c.sql");
    }

    @Test
    void asksWhereANewLineBegins() {
        MigrationFailure failure = failure(() -> create(new Folder.NextTo(List.of())));

        assertThat(failure.summary()).isEqualTo("the new revision could go into farm/versions, billing");
        assertThat(failure.remedy()).contains("say which: --version-path farm/versions");
    }

    @Test
    void asksWhereParentsOfTwoFoldersMeet() throws IOException {
        file("farm/versions/a.sql", "1a");
        file("billing/b.sql", "2b");

        assertThat(failure(() -> create(new Folder.NextTo(parents("1a", "2b")))).code())
                .isEqualTo("scripts.several-folders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"billing", "./billing", "farm/../billing", "../billing", "../billing/"})
    void takesAFolderAsItIsSeenFromHereOrFromTheProject(String path) {
        assertThat(create(new Folder.Named(path)).location()).isEqualTo("billing/3c.sql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"billing/2026", "farm", "nowhere", "/tmp"})
    void refusesAFolderThatNobodyWouldLookInto(String path) {
        MigrationFailure failure = failure(() -> create(new Folder.Named(path)));

        assertThat(failure.code()).isEqualTo("scripts.not-configured");
        assertThat(failure.summary()).endsWith(": farm/versions, billing");
    }

    @Test
    void makesTheFoldersOfAFileName() {
        FileScripts scripts =
                store(new Folders(List.of("versions"), Depth.RECURSIVE), "{year}/{month}/{rev}_{slug}.sql");

        Revision created = scripts.create(draft(new Folder.NextTo(List.of())));

        assertThat(created.location()).isEqualTo("farm/versions/2026/11/3c_add_plots.sql");
        assertThat(scripts.survey().revisions()).containsExactly(created);
    }

    private List<Revision> parents(String... ids) {
        return store(Depth.RECURSIVE).survey().revisions().stream()
                .filter(revision -> List.of(ids).contains(revision.id().value()))
                .toList();
    }

    private Revision create(Folder where) {
        return store(Depth.RECURSIVE).create(draft(where));
    }

    private FileScripts store(Depth depth) {
        return store(new Folders(List.of("versions", "../billing"), depth), "{rev}.sql");
    }

    private FileScripts store(Folders folders, String fileTemplate) {
        return new FileScripts(new WorkingDirectory(folder), ScriptsFixture.config("farm", folders, fileTemplate));
    }

    private void file(String name, String id) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(
                folder.resolve(name),
                "-- Begin\n--\n-- Revision: %s\n-- Revises:\n\n-- migrate:up\n-- migrate:down\n".formatted(id));
    }

    private static RevisionDraft draft(Folder where) {
        return new RevisionDraft(
                new RevisionId("3c"),
                List.of(),
                List.of(),
                new TreeSet<>(),
                "Add plots",
                OffsetDateTime.parse("2026-11-22T09:30:00Z"),
                where);
    }

    private static MigrationFailure failure(ThrowingCallable call) {
        MigrationException thrown = catchThrowableOfType(MigrationException.class, call);
        assertThat(thrown).isNotNull();
        return thrown.failure();
    }
}
