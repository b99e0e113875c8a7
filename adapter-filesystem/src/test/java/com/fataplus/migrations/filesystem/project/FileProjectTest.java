package com.fataplus.migrations.filesystem.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.config.MigratorConfig;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.ConfigRequest;
import com.fataplus.migrations.application.port.ProjectTemplate;
import com.fataplus.migrations.application.port.RevisionDraft;
import com.fataplus.migrations.application.port.ScriptSurvey;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import com.fataplus.migrations.filesystem.backup.FileBackups;
import com.fataplus.migrations.filesystem.config.FileConfig;
import com.fataplus.migrations.filesystem.script.FileScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileProjectTest {
    private static final ProjectTemplate GENERIC = Layout.templates().getFirst();

    @TempDir
    private Path folder;

    private WorkingDirectory here;

    @BeforeEach
    void standsInAnEmptyFolder() {
        here = new WorkingDirectory(folder);
    }

    @Test
    void laysOutAProject() throws IOException {
        List<String> written = new FileProject(here).create("my farm/migrations", GENERIC);

        assertThat(written)
                .containsExactly(
                        "my farm/migrations/fata.toml",
                        "my farm/migrations/template.sql",
                        "my farm/migrations/versions/.gitkeep",
                        "my farm/migrations/backups/.gitignore");
        assertThat(files(folder.resolve("my farm/migrations")))
                .containsExactlyInAnyOrder(
                        "fata.toml", "template.sql", "versions", "versions/.gitkeep", "backups", "backups/.gitignore");
    }

    @Test
    void takesAnEmptyFolder() throws IOException {
        Files.createDirectory(folder.resolve("empty"));

        assertThat(new FileProject(here).create("empty", GENERIC)).contains("empty/fata.toml");
    }

    @Test
    void takesTheWorkingDirectory() {
        assertThat(new FileProject(here).create(".", GENERIC)).contains("fata.toml");
    }

    @Test
    void refusesAFolderInUseAndChangesNothing() throws IOException {
        Files.createDirectory(folder.resolve("full"));
        Files.writeString(folder.resolve("full/.hidden"), "mine");

        assertThat(failure("full")).contains("full exists already");
        assertThat(files(folder.resolve("full"))).containsExactly(".hidden");
    }

    @Test
    void refusesAFile() throws IOException {
        Files.writeString(folder.resolve("file"), "mine");

        assertThat(failure("file")).contains("file exists already");
        assertThat(folder.resolve("file")).hasContent("mine");
    }

    @Test
    void saysWhyItCannotWrite() throws IOException {
        Files.writeString(folder.resolve("file"), "mine");

        assertThat(failure("file/below")).contains("cannot lay out file/below");
    }

    @Test
    void keepsDumpsFromGitAndFromOthers() throws IOException {
        new FileProject(here).create("migrations", GENERIC);

        assertThat(folder.resolve("migrations/backups/.gitignore")).hasContent("*\n!.gitignore\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("migrations/backups"))))
                .isEqualTo("rwx------");
    }

    @Test
    void changesNoDefault() {
        FileConfig config = new FileConfig(here, Map.of());
        MigratorConfig before = read(config);

        new FileProject(here).create("migrations", GENERIC);

        assertThat(read(config)).isEqualTo(before);
    }

    @Test
    void laysOutEveryTemplateSoThatItCanBeRead() {
        FileProject projects = new FileProject(here);

        assertThat(projects.templates()).allSatisfy(template -> {
            projects.create(template.name(), template);
            assertThat(read(new FileConfig(here, Map.of("FATA_CONFIG", template.name() + "/fata.toml"))))
                    .isNotNull();
        });
    }

    @Test
    void showsTablesWhoseKeysAreTheUsers() throws IOException {
        new FileProject(here).create("migrations", GENERIC);
        Path file = folder.resolve("migrations/fata.toml");
        Files.writeString(
                file,
                Files.readString(file).replaceAll("(?ms)^# (\\[(?:hooks|placeholders|environments).*?$\\n)# ", "$1"));

        MigratorConfig config = read(new FileConfig(here, Map.of("FATA_ENV", "staging")));

        assertThat(config.scripts().hooks()).hasSize(1);
        assertThat(config.scripts().placeholders().orElseThrow().values()).containsEntry("schema", "farm");
        assertThat(config.connection().host()).isEqualTo("staging.example");
    }

    @Test
    void laysOutEnvironments() {
        new FileProject(here).create("migrations", Layout.templates().getLast());

        assertThat(read(new FileConfig(here, Map.of("FATA_ENV", "production")))
                        .connection()
                        .address())
                .isEqualTo("production.example:5432/fataplus");
    }

    @Test
    void beginsWithoutRevisionsAndBackups() {
        new FileProject(here).create("migrations", GENERIC);
        MigratorConfig config = read(new FileConfig(here, Map.of()));

        assertThat(new FileScripts(here, config.scripts()).survey()).isEqualTo(new ScriptSurvey(List.of(), List.of()));
        assertThat(FileBackups.of(config, here, Clock.systemUTC()).list()).isEmpty();
    }

    @Test
    void writesTheTemplateThatRevisionsAreMadeFromAnyway() throws IOException {
        FileProject project = new FileProject(here);
        project.create("with", GENERIC);
        project.create("without", GENERIC);
        Files.delete(folder.resolve("without/template.sql"));

        assertThat(firstRevision("with")).isEqualTo(firstRevision("without"));
    }

    private String firstRevision(String directory) throws IOException {
        FileConfig config = new FileConfig(here, Map.of("FATA_CONFIG", directory + "/fata.toml"));
        new FileScripts(here, read(config).scripts())
                .create(new RevisionDraft(
                        new RevisionId("1a"),
                        List.of(),
                        List.of("weather"),
                        new TreeSet<>(),
                        "Begin",
                        OffsetDateTime.parse("2026-11-22T09:30:00Z"),
                        new RevisionDraft.Folder.NextTo(List.of())));
        return Files.readString(folder.resolve(directory).resolve("versions/1a_begin.sql"));
    }

    private static MigratorConfig read(FileConfig config) {
        return config.read(ConfigRequest.of(Optional.empty(), Map.of())).config();
    }

    private String failure(String directory) {
        MigrationException thrown =
                catchThrowableOfType(MigrationException.class, () -> new FileProject(here).create(directory, GENERIC));
        assertThat(thrown).isNotNull();
        return thrown.failure().summary();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
