package com.fataplus.migrations.filesystem.script;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.port.ScriptStoreContract;
import com.fataplus.migrations.application.port.ScriptSurvey;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.domain.script.SourcePosition;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileScriptsTest extends ScriptStoreContract {
    private static final String HEADER = "-- Begin\n--\n-- Revision: %s\n-- Revises:\n\n";
    private static final String FILE = HEADER + "-- migrate:up\nselect 1;\n\n-- migrate:down\nselect 2;\n";

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

    @Override
    protected FileScripts store() {
        return scripts;
    }

    @Override
    protected void put(String name, String text) {
        try {
            Files.writeString(versions.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tellsLocationsFromTheWorkingDirectory() {
        put("1a.sql", FILE.formatted("1a"));

        assertThat(scripts.survey().revisions().getFirst().location()).isEqualTo("my récoltes/versions/1a.sql");
    }

    @Test
    void tellsLocationsElsewhereInFull(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("1a.sql"), FILE.formatted("1a"));
        FileScripts outside = new FileScripts(here, ScriptsFixture.config(".", elsewhere.toString(), "{rev}.sql"));

        Revision revision = outside.survey().revisions().getFirst();

        assertThat(revision.location()).isEqualTo(elsewhere.resolve("1a.sql").toString());
        assertThat(outside.script(revision).up().statements()).hasSize(1);
    }

    @Test
    void ignoresWhatIsNoRevision() {
        put(".hidden.sql", "no header");
        put("README.md", "no header");
        put("1a.sql.orig", "no header");

        assertThat(scripts.survey()).isEqualTo(new ScriptSurvey(List.of(), List.of()));
    }

    @Test
    void tellsEveryFileThatCannotBeReadBesideTheOthers() throws IOException {
        put("a.sql", FILE.formatted("1a"));
        Files.createDirectory(versions.resolve("folder.sql"));
        Files.createSymbolicLink(versions.resolve("gone.sql"), Path.of("nowhere"));
        Files.write(versions.resolve("latin.sql"), "-- Récolte\n-- Revision: 2b\n".getBytes(ISO_8859_1));

        ScriptSurvey survey = scripts.survey();

        assertThat(survey.revisions()).extracting(Revision::id).containsExactly(new RevisionId("1a"));
        assertThat(survey.problems())
                .extracting(ScriptProblem::location, ScriptProblem::code, ScriptProblem::position)
                .containsExactly(
                        tuple("my récoltes/versions/folder.sql", "script.unreadable", SourcePosition.START),
                        tuple("my récoltes/versions/gone.sql", "script.unreadable", SourcePosition.START),
                        tuple("my récoltes/versions/latin.sql", "script.not-utf8", new SourcePosition(1, 5)));
    }

    @Test
    void readsAHeaderAboveALotOfData() throws IOException {
        put("1a.sql", HEADER.formatted("1a") + "-- migrate:up\n");
        try (RandomAccessFile file =
                new RandomAccessFile(versions.resolve("1a.sql").toFile(), "rw")) {
            file.setLength(3L * 1024 * 1024 * 1024);
        }

        assertThat(scripts.survey().revisions()).extracting(Revision::id).containsExactly(new RevisionId("1a"));
    }

    @Test
    void readsAHeaderBelowALongText() {
        put(
                "1a.sql",
                "-- Begin\n--\n" + "-- much to say\n".repeat(10_000)
                        + "--\n-- Revision: 1a\n-- Revises:\n\n-- migrate:up\n\n-- migrate:down\n");

        assertThat(scripts.survey().revisions()).extracting(Revision::id).containsExactly(new RevisionId("1a"));
    }

    @Test
    void readsAHeaderWhoseFirstBytesEndWithinALetter() {
        put("1a.sql", HEADER.formatted("1a") + "-- migrate:up\n" + "é".repeat(10_000));
        put("2b.sql", HEADER.formatted("2b") + "-- migrate:up\n" + "é".repeat(10_000) + "x");
        put("3c.sql", HEADER.formatted("3c") + "-- migrate:up\n " + "é".repeat(10_000));

        assertThat(scripts.survey().revisions()).hasSize(3);
    }

    @Test
    void findsAForeignByteBelowTheHeaderWhenTheScriptIsRead() throws IOException {
        Files.write(
                versions.resolve("1a.sql"),
                (HEADER.formatted("1a") + "-- migrate:up\nselect 'é';\n").getBytes(ISO_8859_1));
        Revision revision = scripts.survey().revisions().getFirst();

        MigrationFailure failure = failure(() -> scripts.script(revision));

        assertThat(failure.code()).isEqualTo("script.not-utf8");
        assertThat(failure.summary()).contains("my récoltes/versions/1a.sql:7:9", "E9");
    }

    @Test
    void tellsThatAFileIsGone() throws IOException {
        put("1a.sql", FILE.formatted("1a"));
        Revision revision = scripts.survey().revisions().getFirst();
        Files.delete(versions.resolve("1a.sql"));

        assertThat(failure(() -> scripts.script(revision)).summary()).contains("1a.sql", "no such file");
    }

    @Test
    void suggestsInitWhereThereIsNoFolder() throws IOException {
        Files.delete(versions);

        MigrationFailure failure = failure(() -> scripts.survey());

        assertThat(failure).isInstanceOf(InputFailure.BadRequest.class);
        assertThat(failure.summary()).contains("my récoltes/versions");
        assertThat(failure.remedy().orElseThrow()).contains("fata init");
    }

    @Test
    void keepsTheOrderOfManyFiles() {
        IntStream.range(0, 2_000).forEach(number -> put("%04d.sql".formatted(number), FILE.formatted(number)));

        assertThat(scripts.survey().revisions())
                .extracting(Revision::id)
                .containsExactlyElementsOf(IntStream.range(0, 2_000)
                        .mapToObj(number -> new RevisionId(String.valueOf(number)))
                        .toList());
    }

    private static MigrationFailure failure(ThrowingCallable call) {
        MigrationException thrown = catchThrowableOfType(MigrationException.class, call);
        assertThat(thrown).isNotNull();
        return thrown.failure();
    }
}
