package com.fataplus.migrations.filesystem.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.ScriptsConfig;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.RevisionDraft;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.application.port.ScriptSurvey;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.Parsed;
import com.fataplus.migrations.domain.script.Placeholders;
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

/** The {@code *.sql} files of the versions folders, hidden ones aside. */
public final class FileScripts implements ScriptStore {
    private final WorkingDirectory here;
    private final VersionFolders folders;
    private final FileNameTemplate fileName;
    private final Path template;
    private final Optional<Placeholders> placeholders;

    public FileScripts(WorkingDirectory here, ScriptsConfig config) {
        this.here = requireNonNull(here, "here");
        this.folders = VersionFolders.of(here, config);
        this.fileName = new FileNameTemplate(
                config.newFiles().fileTemplate(), config.newFiles().slugLength());
        this.template = folders.project().resolve("template.sql");
        this.placeholders = config.placeholders();
    }

    /** Files are read side by side: there may be thousands, and opening them is most of the work. */
    @Override
    public ScriptSurvey survey() {
        List<Parsed<Revision>> headers =
                folders.files().parallelStream().map(RevisionFile::header).toList();
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
        return sound(file(revision).script(revision.id(), placeholders));
    }

    @Override
    public Revision create(RevisionDraft draft) {
        Path folder = folders.forNew(draft.folder());
        String name = fileName.name(draft);
        try {
            Path path = folder.resolve(name);
            NewRevision file = NewRevision.of(draft, here.shown(path), TemplateFile.read(template, here));
            makeFolder(folder, path.getParent());
            DurableFiles.create(path, file.text().getBytes(UTF_8));
            return file.revision();
        } catch (FileAlreadyExistsException e) {
            throw refused(
                    "script.exists",
                    "there is already a file " + here.shown(folder.resolve(name)),
                    "give the revision another id or message",
                    e);
        } catch (IOException e) {
            throw e instanceof NoSuchFileException && !Files.isDirectory(folder)
                    ? folders.missing(folder, e)
                    : unwritable("%s in %s".formatted(name, here.shown(folder)), e);
        } catch (InvalidPathException e) {
            throw refused(
                    "script.unwritable",
                    "the locale of this process cannot write the file name " + name,
                    "run in a UTF-8 locale, as LC_ALL=C.UTF-8",
                    e);
        }
    }

    @Override
    public Revision reparent(Revision revision, List<RevisionId> parents) {
        RevisionFile file = file(revision);
        byte[] content = sound(file.reparented(parents));
        try {
            DurableFiles.replace(file.path(), content);
        } catch (IOException e) {
            throw unwritable(revision.location(), e);
        }
        return sound(file.header());
    }

    /** A file name may have folders of its own in it; the folder of revisions itself has to be there. */
    private static void makeFolder(Path folder, Path parent) throws IOException {
        if (!parent.equals(folder) && Files.isDirectory(folder)) {
            Files.createDirectories(parent);
        }
    }

    private RevisionFile file(Revision revision) {
        return new RevisionFile(here.resolve(revision.location()), revision.location());
    }

    private static <T> T sound(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Sound<T>(var value) -> value;
            case Parsed.Broken<T>(var problems) ->
                throw new MigrationException(new InputFailure.ScriptsBroken(problems));
        };
    }

    private static MigrationException unwritable(String what, IOException cause) {
        return refused(
                "script.unwritable",
                "cannot write %s: %s".formatted(what, IoReason.of(cause)),
                "look after the folder, or choose another: scripts.versions in fata.toml",
                cause);
    }

    private static MigrationException refused(String code, String summary, String remedy, Exception cause) {
        return new MigrationException(new InputFailure.BadRequest(code, summary, Optional.of(remedy)), cause);
    }
}
