package com.fataplus.migrations.filesystem.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.ScriptsConfig;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.RevisionDraft;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.application.port.ScriptSurvey;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.Parsed;
import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.filesystem.DurableFiles;
import com.fataplus.migrations.filesystem.IoReason;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The {@code *.sql} files of the versions folder, hidden ones aside. */
public final class FileScripts implements ScriptStore {
    private final WorkingDirectory here;
    private final Path versions;
    private final FileNameTemplate fileName;
    private final Path template;

    public FileScripts(WorkingDirectory here, ScriptsConfig config) {
        this.here = requireNonNull(here, "here");
        Path project = here.resolve(config.directory());
        this.versions = project.resolve(config.versions()).normalize();
        this.fileName = new FileNameTemplate(config.fileTemplate());
        this.template = project.resolve("template.sql");
    }

    /** Files are read side by side: there may be thousands, and opening them is most of the work. */
    @Override
    public ScriptSurvey survey() {
        List<Parsed<Revision>> headers =
                files().parallelStream().map(RevisionFile::header).toList();
        List<Revision> revisions = new ArrayList<>();
        List<ScriptProblem> problems = new ArrayList<>();
        for (Parsed<Revision> header : headers) {
            switch (header) {
                case Parsed.Sound<Revision>(var revision) -> revisions.add(revision);
                case Parsed.Broken<Revision>(var found) -> problems.addAll(found);
            }
        }
        return new ScriptSurvey(revisions, problems);
    }

    @Override
    public MigrationScript script(Revision revision) {
        Path path = here.resolve(revision.location());
        return switch (new RevisionFile(path, revision.location()).script(revision.id())) {
            case Parsed.Sound<MigrationScript>(var script) -> script;
            case Parsed.Broken<MigrationScript>(var problems) ->
                throw new MigrationException(new InputFailure.ScriptsBroken(problems));
        };
    }

    @Override
    public Revision create(RevisionDraft draft) {
        String name = fileName.name(draft);
        try {
            Path path = versions.resolve(name);
            NewRevision file = NewRevision.of(draft, here.shown(path), TemplateFile.read(template, here));
            DurableFiles.create(path, file.text().getBytes(UTF_8));
            return file.revision();
        } catch (FileAlreadyExistsException e) {
            throw refused(
                    "script.exists",
                    "there is already a file " + here.shown(versions.resolve(name)),
                    "give the revision another id or message",
                    e);
        } catch (NoSuchFileException e) {
            throw noVersions(e);
        } catch (IOException e) {
            throw refused(
                    "script.unwritable",
                    "cannot write %s in %s: %s".formatted(name, here.shown(versions), IoReason.of(e)),
                    "look after the folder, or choose another: scripts.versions in fata.toml",
                    e);
        } catch (InvalidPathException e) {
            throw refused(
                    "script.unwritable",
                    "the locale of this process cannot write the file name " + name,
                    "run in a UTF-8 locale, as LC_ALL=C.UTF-8",
                    e);
        }
    }

    private List<RevisionFile> files() {
        try (Stream<Path> files = Files.list(versions)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql") && !name.startsWith("."))
                    .map(versions::resolve)
                    .map(path -> new RevisionFile(path, here.shown(path)))
                    .sorted(comparing(RevisionFile::location))
                    .toList();
        } catch (NoSuchFileException e) {
            throw noVersions(e);
        } catch (IOException e) {
            throw refused(
                    "scripts.unreadable",
                    "cannot read the folder %s: %s".formatted(here.shown(versions), IoReason.of(e)),
                    "look after the folder, or choose another: scripts.versions in fata.toml",
                    e);
        }
    }

    private MigrationException noVersions(IOException cause) {
        return refused(
                "scripts.no-versions",
                "there is no folder " + here.shown(versions) + " with revisions",
                "fata init   begins a project; --config FILE names one",
                cause);
    }

    private static MigrationException refused(String code, String summary, String remedy, Exception cause) {
        return new MigrationException(new InputFailure.BadRequest(code, summary, Optional.of(remedy)), cause);
    }
}
