package com.fataplus.migrations.app.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.app.FataInProcess.Result;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody may type or save that is no revision: said clearly, and nothing is written. */
@ExtendWith(PostgresServer.class)
class BadAuthoringTest {
    private static final String SECTIONS = "-- migrate:up\nselect 1;\n-- migrate:down\nselect 2;\n";

    private TestDatabase database;
    private FataInProcess fata;
    private Path versions;

    @BeforeEach
    void openFolder(TestDatabase given, @TempDir Path directory) {
        database = given;
        fata = FataInProcess.in(directory, database.config());
        versions = directory.resolve("migrations/versions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "-rf", "a b", " ", "", "head", ".hidden", "a/b", "a@b", "LONG"})
    void idsThatCouldMeanSomethingElse(String id) throws IOException {
        Result result = fata.type("revision", "-m", "add plots", "--rev-id=" + id.replace("LONG", "x".repeat(300)));

        says(result, 2, "letters, digits, _ and . are always fine");
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void messagesThatSayNothing(String message) throws IOException {
        says(fata.type("revision", "--message=" + message), 2, "a revision needs a message");
        assertThat(files()).isEmpty();
    }

    @Test
    void anOptionGivenTwice() {
        says(fata.type("revision", "-m", "add plots", "--rev-id", "a", "--rev-id", "b"), 2, "--rev-id", "only once");
    }

    @Test
    void anOptionGivenTwiceInAMarker() {
        fata.revision("a", "", "-- migrate:up timeout:1s timeout:2s\nselect 1;\n-- migrate:down\n");

        says(fata.type("upgrade"), 2, "a.sql:6:26", "'timeout' stands here twice");
    }

    @Test
    void aSettingGivenTwice() {
        fata.write("migrations/fata.toml", "[run]\nlock_wait = \"1s\"\nlock_wait = \"2s\"\n");

        says(fata.type("status"), 2, "fata.toml:3", "lock_wait");
    }

    @Test
    void aHeaderKeyThatIsNearlyOne() {
        fata.write("migrations/versions/a.sql", "-- Begin\n--\n-- Revision: a\n-- Revise: b\n\n" + SECTIONS);

        says(fata.type("upgrade"), 2, "a.sql:4:4", "did you mean 'Revises:'?");
    }

    @Test
    void aMarkerOptionThatIsNearlyOne() {
        fata.revision("a", "", "-- migrate:up transacton:false\nselect 1;\n-- migrate:down\n");

        says(fata.type("upgrade"), 2, "a.sql:6:15", "did you mean 'transaction'?");
    }

    @Test
    void aLabelOfTwoRevisions() {
        fata.write("migrations/versions/a.sql", labelled("a", "farm"))
                .write("migrations/versions/b.sql", labelled("b", "farm"));

        says(fata.type("upgrade"), 2, "b.sql: the label 'farm' is already used by a", "a.sql");
    }

    @Test
    void aLabelThatIsAnId() {
        fata.table("farm", "").write("migrations/versions/b.sql", labelled("b", "farm"));

        says(fata.type("upgrade"), 2, "b.sql: the label 'farm' is already used by farm");
    }

    @Test
    void aFileInAnotherEncoding() throws IOException {
        Files.write(
                versions.resolve("a.sql"),
                ("-- Été\n--\n-- Revision: a\n-- Revises:\n\n" + SECTIONS).getBytes(ISO_8859_1));

        says(fata.type("upgrade"), 2, "a.sql:1:4", "not UTF-8", "save the file as UTF-8");
    }

    @Test
    void aFileWithAZeroByte() {
        fata.revision("a", "", "-- migrate:up\nselect '\0';\n-- migrate:down\n");

        says(fata.type("upgrade"), 2, "a.sql:7:9", "it has a byte 00");
    }

    @Test
    void editorsMayPutAMarkInFrontAndEndLinesTheirWay() {
        String file = "-- Begin\n--\n-- Revision: a\n-- Revises:\n\n" + SECTIONS;
        fata.write("migrations/versions/a.sql", "\uFEFF" + file.replace("\n", "\r\n"));
        assertThat(fata.type("upgrade", "--no-backup").exitCode()).isZero();

        fata.write("migrations/versions/a.sql", file);

        assertThat(fata.type("status").out()).doesNotContain("edited");
    }

    @Test
    void aFileInPlaceOfTheFolder() throws IOException {
        Files.delete(versions);
        Files.writeString(versions, "mine");

        says(fata.type("revision", "-m", "add plots"), 2, "migrations/versions", "folder");
        assertThat(versions).hasContent("mine");
    }

    @Test
    void aFileThatWouldHaveTheSameName() throws IOException {
        fata.write("migrations/versions/a_add_plots.sql", "-- Other\n--\n-- Revision: b\n-- Revises:\n\n" + SECTIONS);

        says(
                fata.type("revision", "-m", "add plots", "--rev-id", "a"),
                2,
                "there is already a file migrations/versions/a_add_plots.sql");
        assertThat(Files.readString(versions.resolve("a_add_plots.sql"))).startsWith("-- Other");
    }

    private static String labelled(String id, String label) {
        return "-- Begin\n--\n-- Revision: %s\n-- Revises:\n-- Labels: %s\n\n%s".formatted(id, label, SECTIONS);
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(versions)) {
            return files.toList().stream();
        }
    }

    private static void says(Result result, int exitCode, String... words) {
        assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
        assertThat(result.err()).contains("fix: ").contains(words);
    }
}
