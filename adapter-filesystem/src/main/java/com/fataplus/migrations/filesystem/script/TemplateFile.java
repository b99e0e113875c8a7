package com.fataplus.migrations.filesystem.script;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.filesystem.Utf8;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The user's template where there is one, else the built-in. */
final class TemplateFile {
    private TemplateFile() {}

    static RevisionTemplate read(Path file, WorkingDirectory here) throws IOException {
        try {
            return switch (Utf8.decode(Files.readAllBytes(file))) {
                case Utf8.Text(var text) -> new RevisionTemplate(text);
                case Utf8.NoText wrong ->
                    throw new MigrationException(new InputFailure.BadRequest(
                            "script.template",
                            "%s:%s: %s".formatted(here.shown(file), wrong.position(), wrong.message()),
                            Optional.of("save the file as UTF-8")));
            };
        } catch (NoSuchFileException none) {
            return RevisionTemplate.BUILT_IN;
        }
    }
}
