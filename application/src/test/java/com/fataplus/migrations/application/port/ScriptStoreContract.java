package com.fataplus.migrations.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.ScriptProblem;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ScriptStore} does. */
public abstract class ScriptStoreContract {
    private static final RevisionId FIRST = new RevisionId("1a");
    private static final RevisionId SECOND = new RevisionId("2b");

    /** The store under test; the same one within one test, empty at first. */
    protected abstract ScriptStore store();

    /** Lays a file into the store as a user would; the name is the end of its location. */
    protected abstract void put(String name, String text);

    @Test
    void listsNothingWhereNothingIs() {
        assertThat(store().survey().revisions()).isEmpty();
    }

    @Test
    void readsWhatAHeaderTells() {
        put("1a.sql", file("1a"));
        put("3c.sql", """
                -- Join plots and sensors
                --
                -- Revision: 3c
                -- Revises: 1a, 2b
                -- Depends on: 0f, weather
                -- Labels: sensors
                -- Created: 2026-11-22T09:30:00+03:00

                -- migrate:up
                select 1;

                -- migrate:down
                select 2;
                """);

        Revision joined = store().survey().revisions().getLast();

        assertThat(joined)
                .isEqualTo(new Revision(
                        new RevisionId("3c"),
                        List.of(FIRST, SECOND),
                        List.of("0f", "weather"),
                        new TreeSet<>(Set.of("sensors")),
                        "Join plots and sensors",
                        Optional.of(OffsetDateTime.parse("2026-11-22T09:30:00+03:00")),
                        joined.location()));
        assertThat(joined.location()).endsWith("3c.sql");
    }

    @Test
    void sortsByLocation() {
        put("b.sql", file("1a"));
        put("a.sql", file("2b"));
        put("B.sql", file("3c"));
        put("10.sql", file("4d"));

        assertThat(store().survey().revisions())
                .extracting(Revision::id)
                .extracting(RevisionId::value)
                .containsExactly("4d", "3c", "2b", "1a");
    }

    @Test
    void keepsTwoFilesWithOneId() {
        put("a.sql", file("1a"));
        put("b.sql", file("1a"));

        assertThat(store().survey().revisions()).extracting(Revision::id).containsExactly(FIRST, FIRST);
    }

    @Test
    void tellsEveryBrokenHeaderBesideTheSoundOnes() {
        put("a.sql", "-- no id at all\n\n-- migrate:up\n\n-- migrate:down\n");
        put("b.sql", file("2b"));
        put("c.sql", file("not:an:id"));

        List<ScriptProblem> problems = store().survey().problems();

        assertThat(problems).extracting(ScriptProblem::location).anyMatch(location -> location.endsWith("a.sql"));
        assertThat(problems).extracting(ScriptProblem::location).anyMatch(location -> location.endsWith("c.sql"));
        assertThat(problems).extracting(ScriptProblem::location).noneMatch(location -> location.endsWith("b.sql"));
        assertThat(store().survey().revisions()).extracting(Revision::id).containsExactly(SECOND);
    }

    @Test
    void readsHeadersAboveBrokenSections() {
        put("a.sql", "-- Half a file\n--\n-- Revision: 1a\n-- Revises:\n\n-- migrate:up\nselect 1;\n");

        assertThat(store().survey().revisions()).extracting(Revision::id).containsExactly(FIRST);
    }

    @Test
    void readsTheWholeScript() {
        put("a.sql", file("1a"));

        MigrationScript script = store().script(store().survey().revisions().getFirst());

        assertThat(script.revision()).isEqualTo(FIRST);
        assertThat(script.up().statements())
                .extracting(statement -> statement.text())
                .containsExactly("create table t1a ()");
        assertThat(script.down().text()).contains("drop table t1a");
    }

    @Test
    void namesTheProblemsOfAScript() {
        put("a.sql", "-- Half a file\n--\n-- Revision: 1a\n-- Revises:\n\n-- migrate:up\nselect 1;\n");
        Revision half = store().survey().revisions().getFirst();

        assertThat(brokenScripts(() -> store().script(half)))
                .extracting(ScriptProblem::location)
                .contains(half.location());
    }

    @Test
    void returnsACreatedRevisionAsItWillBeListed() {
        Revision created = store().create(draft(SECOND, "Add plots"));

        assertThat(store().survey().revisions()).containsExactly(created);
    }

    @Test
    void keepsEverythingOfADraft() {
        RevisionDraft draft = draft(SECOND, "Add plots");

        Revision created = store().create(draft);

        assertThat(created.id()).isEqualTo(draft.id());
        assertThat(created.parents()).isEqualTo(draft.parents());
        assertThat(created.dependsOn()).isEqualTo(draft.dependsOn());
        assertThat(created.labels()).isEqualTo(draft.labels());
        assertThat(created.message()).isEqualTo("Add plots");
        assertThat(created.created()).contains(draft.created());
    }

    @Test
    void createsABaseOutOfAlmostNothing() {
        RevisionDraft draft = new RevisionDraft(
                FIRST,
                List.of(),
                List.of(),
                new TreeSet<>(),
                "Begin",
                OffsetDateTime.parse("2026-11-22T09:30:00Z"),
                new RevisionDraft.Folder.NextTo(List.of()));

        Revision created = store().create(draft);

        assertThat(created.isBase()).isTrue();
        assertThat(created.dependsOn()).isEmpty();
        assertThat(created.labels()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's \"quoted\" and `ticked`",
                "-- dashes --",
                "ends with a colon:",
                "placeholders ${message} ${revision} $1 $$ \\1 %s",
                "Récolte à Tuléar, 水田, \uD83C\uDF3E",
                "a; b",
                "/* no comment",
                "C:\\temp\\u0041",
                "x"
            })
    void keepsOddMessages(String message) {
        Revision created = store().create(draft(SECOND, message));

        assertThat(created.message()).isEqualTo(message);
        assertThat(store().survey().revisions()).containsExactly(created);
    }

    @Test
    void makesAMessageOneLine() {
        Revision created = store().create(draft(SECOND, " Add plots\r\n\tand sensors\u2028today\n"));

        assertThat(created.message()).isEqualTo("Add plots and sensors today");
        assertThat(store().survey().revisions()).containsExactly(created);
    }

    @Test
    void createsAFileWhoseScriptCanBeRead() {
        Revision created = store().create(draft(SECOND, "Add plots"));

        assertThat(store().script(created).up().statements()).isEmpty();
    }

    @Test
    void refusesAFolderThatIsNotConfigured() {
        RevisionDraft draft = new RevisionDraft(
                FIRST,
                List.of(),
                List.of(),
                new TreeSet<>(),
                "Begin",
                OffsetDateTime.parse("2026-11-22T09:30:00Z"),
                new RevisionDraft.Folder.Named("elsewhere"));

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> store().create(draft))
                .withMessageContaining("elsewhere");
    }

    @Test
    void givesARevisionOtherParents() {
        put("1a.sql", file("1a"));
        put("2b.sql", file("2b"));
        Revision before = store().survey().revisions().getLast();

        Revision after = store().reparent(before, List.of(FIRST));

        assertThat(after.parents()).containsExactly(FIRST);
        assertThat(store().survey().revisions()).contains(after).doesNotContain(before);
    }

    @Test
    void keepsTheScriptOfARevisionWithOtherParents() {
        put("2b.sql", file("2b"));
        Revision before = store().survey().revisions().getFirst();
        MigrationScript script = store().script(before);

        Revision after = store().reparent(before, List.of(FIRST, new RevisionId("3c")));

        assertThat(store().script(after).checksum()).isEqualTo(script.checksum());
    }

    @Test
    void givesNoOtherParentsToWhatIsBrokenSince() {
        put("2b.sql", file("2b"));
        Revision before = store().survey().revisions().getFirst();
        put("2b.sql", "-- no header\n");

        assertThat(brokenScripts(() -> store().reparent(before, List.of(FIRST))))
                .isNotEmpty();
    }

    @Test
    void neverOverwritesAFile() {
        Revision first = store().create(draft(SECOND, "Add plots"));

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> store().create(draft(SECOND, "Add plots")))
                .withMessageContaining(first.location());
        assertThat(store().survey().revisions()).containsExactly(first);
    }

    private static RevisionDraft draft(RevisionId id, String message) {
        return new RevisionDraft(
                id,
                List.of(FIRST, new RevisionId("été")),
                List.of("0f", "weather"),
                new TreeSet<>(Set.of("sensors", "plots")),
                message,
                OffsetDateTime.parse("2026-11-22T09:30:00+03:00"),
                new RevisionDraft.Folder.NextTo(List.of()));
    }

    private static String file(String id) {
        return """
                -- Revision %1$s
                --
                -- Revision: %1$s
                -- Revises:

                -- migrate:up
                create table t%1$s ();

                -- migrate:down
                drop table t%1$s;
                """.formatted(id);
    }

    private static List<ScriptProblem> brokenScripts(ThrowingCallable call) {
        MigrationException thrown = catchThrowableOfType(MigrationException.class, call);
        assertThat(thrown).isNotNull();
        assertThat(thrown.failure()).isInstanceOf(InputFailure.ScriptsBroken.class);
        return ((InputFailure.ScriptsBroken) thrown.failure()).problems();
    }
}
