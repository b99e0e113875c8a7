package com.fataplus.migrations.filesystem.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.ProjectStore;
import com.fataplus.migrations.application.port.ProjectTemplate;
import com.fataplus.migrations.filesystem.DurableFiles;
import com.fataplus.migrations.filesystem.IoReason;
import com.fataplus.migrations.filesystem.OwnerOnly;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import com.fataplus.migrations.filesystem.script.RevisionTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays out a migration directory: configuration, template, and the folders of revisions and backups. */
public final class FileProject implements ProjectStore {
    private final WorkingDirectory here;

    public FileProject(WorkingDirectory here) {
        this.here = requireNonNull(here, "here");
    }

    @Override
    public List<ProjectTemplate> templates() {
        return Layout.templates();
    }

    @Override
    public List<String> create(String directory, ProjectTemplate template) {
        Path project = here.resolve(directory);
        try {
            if (isInUse(project)) {
                throw refused(
                        "project.exists",
                        here.shown(project) + " exists already and is not an empty folder",
                        "choose another: fata init DIRECTORY");
            }
            return Stream.of(
                            write(
                                    project.resolve("fata.toml"),
                                    Layout.of(template).configuration()),
                            write(project.resolve("template.sql"), RevisionTemplate.BUILT_IN.text()),
                            // git keeps no empty folder, and a fresh clone needs this one
                            write(project.resolve("versions/.gitkeep"), ""),
                            writeBackupFolder(project.resolve("backups")))
                    .map(here::shown)
                    .toList();
        } catch (IOException e) {
            throw refused(
                    "project.unwritable",
                    "cannot lay out %s: %s".formatted(here.shown(project), IoReason.of(e)),
                    "choose another: fata init DIRECTORY");
        }
    }

    private static boolean isInUse(Path project) throws IOException {
        if (!Files.isDirectory(project)) {
            return Files.exists(project);
        }
        try (Stream<Path> files = Files.list(project)) {
            return files.findAny().isPresent();
        }
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        DurableFiles.create(file, text.getBytes(UTF_8));
        return file;
    }

    private static Path writeBackupFolder(Path backups) throws IOException {
        Files.createDirectories(backups, OwnerOnly.folder(backups));
        return write(backups.resolve(".gitignore"), "*\n!.gitignore\n");
    }

    private static MigrationException refused(String code, String summary, String remedy) {
        return new MigrationException(new InputFailure.BadRequest(code, summary, Optional.of(remedy)));
    }
}
