package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.usecase.Validate.DatabaseUse;
import com.fataplus.migrations.application.usecase.Validate.Report;
import com.fataplus.migrations.application.usecase.Validate.Request;
import com.fataplus.migrations.application.usecase.Validate.ScratchUse;
import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.domain.script.Section;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValidateTest {
    private static final RefusedFailure NOT_ALLOWED =
            new RefusedFailure.NotAllowed("scratch.not-allowed", "no scratch database can be had", Optional.empty());

    private final Bench bench = new Bench();

    @Test
    void tellsEveryProblemOfEveryFileAtOnce() {
        bench.table("a")
                .script("b", "-- migrate:up\nselect 'open;\n-- migrate:down\n", "a")
                .script("c", "-- migrate:up\nselect 1;\n", "b");
        bench.scripts.put("d.sql", "-- no header at all\n");

        var report = offline();

        assertThat(report.scriptProblems())
                .extracting(problem -> problem.location())
                .contains("b.sql", "c.sql", "d.sql");
    }

    @Test
    void readsTheStatementsOfBothSections() {
        bench.script("a", "-- migrate:up\nselect 1;\ncreate tabel a;\n-- migrate:down\ndrop tabel a;\n")
                .script("b", "-- migrate:up\nselect 'open;\n-- migrate:down\n", "a");
        bench.grammar.refuse("tabel");

        var report = offline();

        assertThat(report.scriptProblems())
                .extracting(problem -> problem.place() + " " + problem.code())
                .startsWith("a.sql:8:8 sql.syntax", "a.sql:10:6 sql.syntax")
                .anySatisfy(problem -> assertThat(problem).startsWith("b.sql"));
    }

    @Test
    void readsASectionFoundSoundOnlyOnce() {
        bench.table("a").script("b", "-- migrate:up\ncreate tabel b;\n-- migrate:down\ndrop table b;\n", "a");
        bench.grammar.refuse("tabel");
        offline();
        int before = bench.grammar.asked().size();

        var again = offline();

        assertThat(again.scriptProblems()).hasSize(1);
        assertThat(bench.grammar.asked().subList(before, bench.grammar.asked().size()))
                .extracting(Section::text)
                .containsExactly("-- migrate:up\ncreate tabel b;");
    }

    @Test
    void readsAnEditedSectionAgain() {
        bench.table("a");
        offline();
        bench.script("a", "-- migrate:up\ncreate tabel a;\n-- migrate:down\ndrop table ta;\n");
        bench.grammar.refuse("tabel");

        var report = offline();

        assertThat(report.scriptProblems()).hasSize(1);
    }

    @Test
    void ofOneFileLooksAtThatFileOnly() {
        bench.table("a").script("b", "-- migrate:up\nselect 'open;\n-- migrate:down\n", "a");

        var report = bench.useCases()
                .validate()
                .run(new Request(Optional.of("a.sql"), DatabaseUse.NONE, ScratchUse.NEVER), bench.context());

        assertThat(report.files()).isEqualTo(1);
        assertThat(report.scriptProblems()).isEmpty();
    }

    @Test
    void letsTheServerReadWhatIsNewOrEdited() {
        bench.table("a").table("b", "a");
        bench.upgrade("heads");
        bench.script("b", "-- migrate:up\ncreate table other ();\n-- migrate:down\ndrop table other;\n", "a")
                .table("c", "b");

        online(ScratchUse.NEVER);

        assertThat(bench.serverGrammar.asked())
                .extracting(Section::location)
                .containsExactly("b.sql", "b.sql", "c.sql", "c.sql");
    }

    @Test
    void doesNotLetTheServerReadWhatIsWrongAlready() {
        bench.table("a").script("b", "-- migrate:up\ncreate tabel b;\n-- migrate:down\n", "a");
        bench.grammar.refuse("tabel");

        Report report = online(ScratchUse.NEVER);

        assertThat(report.scriptProblems()).hasSize(1);
        assertThat(bench.serverGrammar.asked()).extracting(Section::location).containsOnly("a.sql");
    }

    @Test
    void tellsWhatTheServerCannotRead() {
        bench.table("a");
        bench.serverGrammar.refuse("create table");

        Report report = online(ScratchUse.AUTO);

        assertThat(report.scriptProblems()).extracting(ScriptProblem::code).containsExactly("sql.syntax");
        assertThat(bench.scratches.made()).isEmpty();
    }

    @Test
    void saysThatTheServerCouldNotBeAsked() {
        bench.table("a");
        bench.serverGrammar.fail(new ServerFailure.ConnectionLost("gone"));

        assertThat(online(ScratchUse.NEVER).unchecked())
                .extracting(Unchecked::what)
                .containsExactly("syntax by the server's own grammar");
    }

    @Test
    void runsTheHistoryInAScratchDatabaseAndDropsIt() {
        bench.table("a").table("b", "a");

        Report report = online(ScratchUse.AUTO);

        assertThat(report.unchecked()).isEmpty();
        assertThat(bench.scratches.made())
                .singleElement()
                .satisfies(database -> assertThat(database.statements())
                        .containsExactly("create table ta (id int)", "create table tb (id int)"));
        assertThat(bench.scratches.open()).isEmpty();
        assertThat(bench.database.statements()).isEmpty();
    }

    @Test
    void makesNoScratchDatabaseWhereNothingIsNew() {
        bench.table("a");
        bench.upgrade("heads");

        online(ScratchUse.AUTO);

        assertThat(bench.scratches.made()).isEmpty();
    }

    @Test
    void makesOneAllTheSameWhereToldTo() {
        bench.table("a");
        bench.upgrade("heads");

        online(ScratchUse.ALWAYS);

        assertThat(bench.scratches.made()).hasSize(1);
    }

    @Test
    void runsOnlyWhatOneFileBuildsOn() {
        bench.table("a").table("b", "a").table("c", "b");

        bench.useCases()
                .validate()
                .run(new Request(Optional.of("b.sql"), DatabaseUse.WHERE_REACHABLE, ScratchUse.AUTO), bench.context());

        assertThat(bench.scratches.made().getFirst().statements())
                .containsExactly("create table ta (id int)", "create table tb (id int)");
    }

    @Test
    void tellsWhatFailsAndNotWhatBuildsOnIt() {
        bench.table("a").table("b", "a").table("c", "b").table("d", "a");
        scratchFails("tb ", "42P01", "relation \"x\" does not exist");

        Report report = online(ScratchUse.AUTO);

        assertThat(report.scriptProblems())
                .extracting(problem -> problem.place() + " " + problem.code() + " " + problem.message())
                .containsExactly("b.sql:7:1 sql.meaning relation \"x\" does not exist [42P01]");
        assertThat(report.unchecked())
                .containsExactly(new Unchecked("names and types in c.sql", "they build on b.sql, which fails"));
        assertThat(bench.scratches.made().getFirst().statements())
                .containsExactly("create table ta (id int)", "create table td (id int)");
    }

    @Test
    void doesNotCallWrongWhatRowsMayDecide() {
        bench.table("a");
        scratchFails("ta ", "P0001", "no farm found");

        Report report = online(ScratchUse.AUTO);

        assertThat(report.scriptProblems()).isEmpty();
        assertThat(report.unchecked())
                .singleElement()
                .satisfies(
                        unchecked -> assertThat(unchecked.why())
                                .isEqualTo(
                                        "it fails in an empty database, but need not elsewhere: a.sql:7:1: no farm found [P0001]"));
    }

    @Test
    void doesNotCallWrongWhatWasAppliedAsItIs() {
        bench.table("a");
        bench.upgrade("heads");
        bench.table("b", "a");
        scratchFails("ta ", "42P01", "relation \"x\" does not exist");

        Report report = online(ScratchUse.AUTO);

        assertThat(report.scriptProblems()).isEmpty();
        assertThat(report.unchecked()).singleElement().satisfies(unchecked -> {
            assertThat(unchecked.what()).isEqualTo("names and types in b.sql");
            assertThat(unchecked.why()).startsWith("an applied revision does not run in an empty database: a.sql:7:1");
        });
    }

    @Test
    void doesNotCallWrongWhatOnlyTheDatabaseHas() {
        bench.table("a");
        scratchFails("ta ", "42P01", "relation \"legacy_plot\" does not exist");
        bench.scratches.lack(Set.of("legacy_plot"));

        Report report = online(ScratchUse.AUTO);

        assertThat(report.scriptProblems()).isEmpty();
        assertThat(report.unchecked()).hasSize(1);
    }

    @Test
    void runsNothingThatReachesBeyondTheScratchDatabase() {
        bench.script("a", "-- migrate:up\ncreate role farmer;\ncreate table a ();\n-- migrate:down\ndrop table a;\n");

        Report report = online(ScratchUse.AUTO);

        assertThat(bench.scratches.made().getFirst().statements()).containsExactly("create table a ()");
        assertThat(report.unchecked())
                .containsExactly(new Unchecked(
                        "names and types at a.sql:7:1",
                        "'create role' reaches beyond a scratch database, so it was not run there"));
    }

    @Test
    void doesNotCallWrongWhatMayMissAStatementThatWasNotRun() {
        bench.script("a", "-- migrate:up\ncreate role farmer;\n-- migrate:down\nselect 1;\n")
                .table("b", "a");
        scratchFails("tb ", "42704", "role \"farmer\" does not exist");

        Report report = online(ScratchUse.AUTO);

        assertThat(report.scriptProblems()).isEmpty();
        assertThat(report.unchecked()).hasSize(2);
    }

    @Test
    void saysThatNoScratchDatabaseCanBeHad() {
        bench.table("a");
        bench.scratches.refuse(NOT_ALLOWED);

        assertThat(online(ScratchUse.AUTO).unchecked())
                .containsExactly(new Unchecked("names and types", "no scratch database can be had"));
    }

    @Test
    void failsWhereAScratchDatabaseMustBeAndCannot() {
        bench.table("a");
        bench.scratches.refuse(NOT_ALLOWED);

        assertThat(Bench.failureOf(() -> online(ScratchUse.ALWAYS))).isEqualTo(NOT_ALLOWED);
    }

    @Test
    void dropsTheScratchDatabaseWhenAskedToStop() {
        bench.table("a");
        bench.scratches.prepare(database -> bench.cancellation.cancel("SIGINT"));

        assertThat(Bench.failureOf(() -> online(ScratchUse.AUTO)).code()).isEqualTo("run.cancelled");
        assertThat(bench.scratches.made()).hasSize(1);
        assertThat(bench.scratches.open()).isEmpty();
    }

    private void scratchFails(String text, String sqlState, String message) {
        bench.scratches.prepare(database -> database.faults().failOn(text, sqlState, message));
    }

    private Report offline() {
        return run(DatabaseUse.NONE, ScratchUse.NEVER);
    }

    private Report online(ScratchUse scratch) {
        return run(DatabaseUse.WHERE_REACHABLE, scratch);
    }

    private Report run(DatabaseUse database, ScratchUse scratch) {
        return bench.useCases().validate().run(new Request(Optional.empty(), database, scratch), bench.context());
    }
}
