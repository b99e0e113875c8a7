package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.domain.revision.RevisionId;
import org.junit.jupiter.api.Test;

class DowngradeTest {
    private final Bench bench = new Bench();

    @Test
    void takesDownWhatIsAboveTheTarget() {
        bench.table("a").table("b", "a").table("c", "b");
        bench.upgrade("heads");

        RunReport report = bench.downgrade("a");

        assertThat(report.headsAfter()).isEqualTo(Bench.ids("a"));
        assertThat(bench.applied()).containsExactly("a");
        assertThat(bench.database.statements()).endsWith("drop table tc", "drop table tb");
    }

    @Test
    void worksAfterTheFilesAreGone() {
        bench.table("a").table("b", "a");
        bench.upgrade("heads");
        bench.scripts.remove("b.sql");

        bench.downgrade("a");

        assertThat(bench.database.statements()).endsWith("drop table tb");
        assertThat(bench.applied()).containsExactly("a");
    }

    @Test
    void runsTheScriptThatWasAppliedAndNotWhatTheFileSaysToday() {
        bench.table("a");
        bench.upgrade("heads");
        bench.script("a", "-- migrate:up\ncreate table ta (id int);\n-- migrate:down\ndrop table other;\n");

        bench.downgrade("base");

        assertThat(bench.database.statements()).endsWith("drop table ta");
        assertThat(bench.events.lines()).contains("warning ledger.edited");
    }

    @Test
    void doesNotNeedTheBodyOfAnAppliedFileToBeReadable() {
        bench.table("a");
        bench.upgrade("heads");
        bench.script("a", "-- migrate:up\nselect 'open;\n");

        bench.downgrade("base");

        assertThat(bench.applied()).isEmpty();
    }

    @Test
    void refusesToPassAnIrreversibleRevisionBeforeAnythingRuns() {
        bench.script("a", "-- migrate:up\ncreate table ta ();\n-- migrate:down irreversible: rows are gone\n")
                .table("b", "a");
        bench.upgrade("heads");

        MigrationFailure failure = Bench.failureOf(() -> bench.downgrade("base"));

        assertThat(failure).isEqualTo(new RefusedFailure.Irreversible(new RevisionId("a"), "rows are gone"));
        assertThat(bench.applied()).containsExactly("a", "b");
    }

    @Test
    void journalsTheRevisionsItTookDown() {
        bench.table("a");
        bench.upgrade("heads");

        RunReport report = bench.downgrade("base");

        assertThat(bench.database.steps(report.run().orElseThrow()))
                .extracting(step -> step.revision().value() + " " + step.direction() + " " + step.state())
                .containsExactly("a DOWN DONE");
    }
}
