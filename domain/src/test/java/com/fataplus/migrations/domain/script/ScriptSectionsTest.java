package com.fataplus.migrations.domain.script;

import static com.fataplus.migrations.domain.script.Reading.problems;
import static com.fataplus.migrations.domain.script.Reading.script;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptSectionsTest {
    private static final String FILE = """
            -- Add plots
            --
            -- Revision: 4f1c
            -- Revises: 001

            -- migrate:up
            create table plot (id int);
            create index on plot (id);

            -- migrate:down
            drop table plot;
            """;

    @Test
    void readsBothSections() {
        MigrationScript script = script(FILE);

        assertThat(script.revision()).isEqualTo(new RevisionId("4f1c"));
        assertThat(script.up().statements())
                .containsExactly(
                        new Statement("create table plot (id int)", new SourcePosition(7, 1), Optional.empty()),
                        new Statement("create index on plot (id)", new SourcePosition(8, 1), Optional.empty()));
        assertThat(script.section(Direction.DOWN).orElseThrow().statements())
                .containsExactly(new Statement("drop table plot", new SourcePosition(11, 1), Optional.empty()));
        assertThat(script.up().direction()).isEqualTo(Direction.UP);
        assertThat(script.up().location()).isEqualTo("file.sql");
        assertThat(script.up().options()).isEqualTo(SectionOptions.NONE);
    }

    @Test
    void givesASectionItsTextWithTheMarker() {
        MigrationScript script = script(FILE);

        assertThat(script.up().text()).isEqualTo("""
                -- migrate:up
                create table plot (id int);
                create index on plot (id);
                """);
        assertThat(script.down().text()).isEqualTo("""
                -- migrate:down
                drop table plot;
                """);
    }

    @Test
    void acceptsEmptySections() {
        assertThat(script("-- migrate:up\n-- migrate:down").up().statements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--migrate:up", "--  \tmigrate:up", "  -- migrate:up", "-- migrate:up  ", "\uFEFF-- migrate:up"})
    void isLenientAboutBlanksAroundAMarker(String marker) {
        assertThat(script(marker + "\nselect 1;\n-- migrate:down").up().statements())
                .hasSize(1);
    }

    @Test
    void skipsAByteOrderMark() {
        assertThat(script("\uFEFF" + FILE)).isEqualTo(script(FILE));
    }

    @Test
    void readsCarriageReturnsAlike() {
        MigrationScript script = script(FILE.replace("\n", "\r\n"));

        assertThat(script.up().statements()).isEqualTo(script(FILE).up().statements());
        assertThat(script.up().text()).endsWith("create index on plot (id);\r\n");
        assertThat(script.checksum()).isEqualTo(script(FILE).checksum());
    }

    @Test
    void readsLoneCarriageReturnsToo() {
        assertThat(script(FILE.replace('\n', '\r')).up().statements())
                .extracting(Statement::text)
                .containsExactly("create table plot (id int)", "create index on plot (id)");
    }

    @Test
    void endsAStatementAtTheNextMarker() {
        assertThat(script("-- migrate:up\nselect 1\n-- migrate:down\nselect 2\n")
                        .up()
                        .statements())
                .extracting(Statement::text)
                .containsExactly("select 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select '\n-- migrate:down\n'",
                "select \"\n-- migrate:down\n\"",
                "do $$\n-- migrate:down\n$$",
                "/*\n-- migrate:down\n*/ select 1",
                "select (1\n-- migrate:down\n)",
                "create function f() returns int begin atomic\n-- migrate:down\nselect 1; end",
                "copy plot from stdin;\n-- migrate:down\n\\.\n",
                "-- see -- migrate:down\nselect 1"
            })
    void takesNoMarkerFromWithinSomethingElse(String statement) {
        MigrationScript script = script("-- migrate:up\n" + statement + ";\n-- migrate:down\nselect 'back';\n");

        assertThat(script.up().statements()).hasSize(1);
        assertThat(script.section(Direction.DOWN).orElseThrow().statements())
                .extracting(Statement::text)
                .containsExactly("select 'back'");
    }

    @Test
    void readsWhyARevisionIsIrreversible() {
        MigrationScript script =
                script("-- migrate:up\nselect 1;\n-- migrate:down irreversible: rows are gone: sorry \n-- indeed\n");

        assertThat(script.down())
                .isEqualTo(new Undo.Irreversible(
                        "rows are gone: sorry", "-- migrate:down irreversible: rows are gone: sorry \n-- indeed\n"));
        assertThat(script.section(Direction.DOWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"irreversible:", "irreversible", "irreversible:  ", "irreversible because"})
    void wantsAReasonForIrreversibility(String words) {
        assertThat(problems("-- migrate:up\n-- migrate:down " + words))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.no-reason");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(2, 17));
                });
    }

    @Test
    void refusesStatementsInAnIrreversibleSection() {
        assertThat(problems("-- migrate:up\n-- migrate:down irreversible: x\nselect 1;\nselect 2;"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.irreversible-section");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(3, 1));
                });
    }

    @Test
    void refusesAnIrreversibleUpSection() {
        assertThat(problems("-- migrate:up irreversible: x\n-- migrate:down"))
                .extracting(ScriptProblem::code)
                .contains("script.unknown-option");
    }

    @Test
    void refusesAFileWithoutSections() {
        assertThat(problems("-- Add plots\n\ncreate table plot (id int);"))
                .extracting(ScriptProblem::code)
                .containsExactly("script.no-up-section", "script.no-down-section");
    }

    @Test
    void refusesAMissingDownSection() {
        assertThat(problems("-- A message\n-- migrate:up\nselect 1;"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.no-down-section");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(2, 1));
                    assertThat(problem.hint())
                            .get()
                            .asString()
                            .contains("-- migrate:down")
                            .contains("-- migrate:down irreversible: reason");
                });
    }

    @Test
    void refusesAMissingUpSection() {
        assertThat(problems("-- migrate:down\nselect 1;"))
                .extracting(ScriptProblem::code)
                .containsExactly("script.no-up-section");
    }

    @Test
    void refusesTwoSectionsOfOneDirection() {
        assertThat(problems("-- migrate:up\n-- migrate:up\n-- migrate:down\n-- migrate:down\n"))
                .extracting(problem -> problem.code() + " " + problem.position())
                .containsExactly("script.duplicate-section 2:1", "script.duplicate-section 4:1");
    }

    @Test
    void refusesDownBeforeUp() {
        assertThat(problems("-- migrate:down\n-- migrate:up\n")).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("script.section-order");
            assertThat(problem.position()).isEqualTo(new SourcePosition(2, 1));
        });
    }

    @Test
    void refusesStatementsAboveTheFirstSection() {
        assertThat(problems("-- A message\nselect 0;\n-- migrate:up\n-- migrate:down\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.statement-above-sections");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(2, 1));
                });
    }

    @Test
    void refusesAMarkerBehindAStatement() {
        assertThat(problems("-- migrate:up\nselect 1; -- migrate:down\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.misplaced-marker");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(2, 11));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dwon", "Down", "donw", "downn", "dow"})
    void suggestsTheSectionThatWasMeant(String name) {
        assertThat(problems("-- migrate:up\n-- migrate:" + name))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.unknown-marker");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(2, 12));
                    assertThat(problem.hint()).contains("did you mean '-- migrate:down'?");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- migrate: up", "-- migrate:", "-- Migrate:UP"})
    void refusesAMarkerThatIsAlmostOne(String marker) {
        assertThat(problems(marker + "\n-- migrate:down"))
                .extracting(ScriptProblem::code)
                .containsExactly("script.unknown-marker");
    }

    @Test
    void tellsAllProblemsInTheOrderOfTheFile() {
        assertThat(problems("""
                -- migrate:up transacton:false
                begin;
                \\i other.sql
                -- migrate:down timeout:soon
                vacuum;
                select 'open
                """))
                .extracting(problem -> problem.position().line() + " " + problem.code())
                .containsExactly(
                        "1 script.unknown-option",
                        "2 script.transaction-control",
                        "3 script.psql-command",
                        "4 script.bad-option",
                        "5 script.needs-no-transaction",
                        "6 script.unterminated-quote");
    }

    @Test
    void showsTheLineOfAProblem() {
        ScriptProblem problem =
                problems("-- migrate:up\n\tselect 'a;\r\n-- migrate:down").getFirst();

        assertThat(problem.sourceLine()).contains("\tselect 'a;");
        assertThat(problem.place()).isEqualTo("file.sql:2:9");
    }

    @Test
    void showsNoEndlessLines() {
        ScriptProblem problem =
                problems("-- migrate:up\nselect '" + "a".repeat(10_000)).getFirst();

        assertThat(problem.sourceLine()).isEmpty();
    }
}
