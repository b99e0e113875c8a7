package com.fataplus.migrations.filesystem.script;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.config.ScriptsConfig;
import com.fataplus.migrations.application.config.ScriptsConfig.Depth;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.RevisionDraft.Folder;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.filesystem.IoReason;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders that revision files are looked for in, hidden files and folders aside.
 *
 * @param project what their paths are relative to
 */
record VersionFolders(WorkingDirectory here, Path project, List<Path> folders, Depth depth) {
    VersionFolders {
        requireNonNull(here, "here");
        requireNonNull(project, "project");
        folders = List.copyOf(folders);
        requireNonNull(depth, "depth");
    }

    static VersionFolders of(WorkingDirectory here, ScriptsConfig config) {
        Path project = here.resolve(config.directory());
        return new VersionFolders(
                here,
                project,
                config.versions().paths().stream()
                        .map(path -> project.resolve(path).normalize())
                        .distinct()
                        .toList(),
                config.versions().depth());
    }

    /** Every file once, sorted by location, although one folder may lie within another. */
    List<RevisionFile> files() {
        return folders.stream()
                .flatMap(folder -> files(folder).stream())
                .distinct()
                .map(path -> new RevisionFile(path, here.shown(path)))
                .sorted(comparing(RevisionFile::location))
                .toList();
    }

    /** Where a new file goes; refused where that is uncertain. */
    Path forNew(Folder folder) {
        return switch (folder) {
            case Folder.Named(var path) -> named(path);
            case Folder.NextTo(var parents) -> nextTo(parents);
        };
    }

    /** A path is typed as it is seen from here, or as fata.toml has it. */
    private Path named(String path) {
        return Stream.of(here.resolve(path), project.resolve(path).normalize())
                .filter(folders::contains)
                .findFirst()
                .orElseThrow(() -> refused(
                        "scripts.not-configured",
                        path + " is none of the folders that revisions are looked for in: " + shown(),
                        "choose one of these, or add it to scripts.versions in fata.toml"));
    }

    private Path nextTo(List<Revision> parents) {
        List<Path> homes = parents.stream()
                .map(parent -> here.resolve(parent.location()))
                .flatMap(file ->
                        folders.stream().filter(file::startsWith).max(comparingInt(Path::getNameCount)).stream())
                .distinct()
                .toList();
        if (homes.size() == 1) {
            return homes.getFirst();
        }
        if (folders.size() == 1) {
            return folders.getFirst();
        }
        throw refused(
                "scripts.several-folders",
                "the new revision could go into %s".formatted(homes.isEmpty() ? shown() : shown(homes)),
                "say which: --version-path " + here.shown((homes.isEmpty() ? folders : homes).getFirst()));
    }

    /** The folder itself may be a link; links within it are not followed, lest they lead in circles. */
    private List<Path> files(Path folder) {
        try {
            Path real = folder.toRealPath();
            if (!Files.isDirectory(real)) {
                throw new NotDirectoryException(folder.toString());
            }
            return below(real).stream().map(folder::resolve).toList();
        } catch (NoSuchFileException e) {
            throw missing(folder, e);
        } catch (IOException e) {
            throw unreadable(folder, e);
        } catch (UncheckedIOException e) {
            throw unreadable(folder, e.getCause());
        }
    }

    private List<Path> below(Path real) throws IOException {
        try (Stream<Path> files = Files.walk(real, levels())) {
            return files.filter(path -> !path.equals(real))
                    .filter(path -> path.getFileName().toString().endsWith(".sql"))
                    .filter(path -> depth == Depth.FLAT || !Files.isDirectory(path))
                    .map(real::relativize)
                    .filter(VersionFolders::isVisible)
                    .toList();
        }
    }

    private int levels() {
        return switch (depth) {
            case FLAT -> 1;
            case RECURSIVE -> Integer.MAX_VALUE;
        };
    }

    private static boolean isVisible(Path relative) {
        return Stream.iterate(relative, path -> path != null, Path::getParent)
                .noneMatch(path -> path.getFileName().toString().startsWith("."));
    }

    private String shown() {
        return shown(folders);
    }

    private String shown(List<Path> paths) {
        return paths.stream().map(here::shown).collect(joining(", "));
    }

    MigrationException missing(Path folder, IOException cause) {
        return new MigrationException(
                new InputFailure.BadRequest(
                        "scripts.no-versions",
                        "there is no folder " + here.shown(folder) + " with revisions",
                        Optional.of("fata init   begins a project; --config FILE names one")),
                cause);
    }

    private MigrationException unreadable(Path folder, IOException cause) {
        return new MigrationException(
                new InputFailure.BadRequest(
                        "scripts.unreadable",
                        "cannot read the folder %s: %s".formatted(here.shown(folder), IoReason.of(cause)),
                        Optional.of("look after the folder, or choose another: scripts.versions in fata.toml")),
                cause);
    }

    private static MigrationException refused(String code, String summary, String remedy) {
        return new MigrationException(new InputFailure.BadRequest(code, summary, Optional.of(remedy)));
    }
}
