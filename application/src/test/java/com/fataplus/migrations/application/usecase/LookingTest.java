package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.usecase.RevisionLine.Mark;
import com.fataplus.migrations.application.usecase.ShowCurrent.HeadCheck;
import com.fataplus.migrations.application.usecase.ShowHistory.Source;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.plan.CommitScope;
import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.Direction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The commands that change nothing. */
class LookingTest {
    private final Bench bench = new Bench();

    @Test
    void aPlanNamesItsStepsAndTouchesNothing() {
        bench.table("a").table("b", "a");

        MakePlan.Report report = plan(Direction.UP, "heads");

        assertThat(report.prepared().plan().steps())
                .extracting(PlanStep::id)
                .containsExactly(new RevisionId("a"), new RevisionId("b"));
        assertThat(bench.database.statements()).isEmpty();
        assertThat(bench.database.runs(1)).isEmpty();
    }

    @Test
    void aPlanOfADowngradeReadsTheRecordedScripts() {
        bench.table("a");
        bench.upgrade("heads");
        bench.scripts.remove("a.sql");

        MakePlan.Report report = plan(Direction.DOWN, "base");

        assertThat(report.prepared()
                        .steps()
                        .getFirst()
                        .section()
                        .statements()
                        .getFirst()
                        .text())
                .isEqualTo("drop table ta");
    }

    @Test
    void aPlanWithAConcurrentIndexCommitsEachRevision() {
        bench.table("a").concurrentIndex("b", "a");

        MakePlan.Report report = plan(Direction.UP, "heads");

        assertThat(report.prepared().scope()).isInstanceOf(CommitScope.EachRevision.class);
    }

    @Test
    void currentListsTheAppliedHeads() {
        bench.table("a").table("b", "a").table("c");
        bench.upgrade("heads");

        var report = bench.useCases().showCurrent().run(new ShowCurrent.Request(HeadCheck.NO), bench.context());

        assertThat(report.heads()).extracting(AppliedRevision::id).containsExactlyElementsOf(Bench.ids("b", "c"));
    }

    @Test
    void historyListsTheNewestFirstAndMarksWhatIsApplied() {
        bench.table("a").table("b", "a");
        bench.upgrade("a");

        var report = bench.useCases()
                .showHistory()
                .run(
                        new ShowHistory.Request(Optional.empty(), Source.FILES_AND_LEDGER, Optional.empty()),
                        bench.context());

        assertThat(report.revisions())
                .extracting(line -> line.revision().id().value()
                        + line.marks().stream().sorted().toList())
                .containsExactly("b" + List.of(Mark.HEAD), "a" + List.of(Mark.CURRENT, Mark.APPLIED));
    }

    @Test
    void historyShowsAppliedRevisionsWhoseFilesAreGone() {
        bench.table("a").table("b", "a");
        bench.upgrade("heads");
        bench.scripts.remove("b.sql");

        var report = bench.useCases()
                .showHistory()
                .run(
                        new ShowHistory.Request(Optional.empty(), Source.FILES_AND_LEDGER, Optional.empty()),
                        bench.context());

        assertThat(report.revisions())
                .extracting(line -> line.revision().id().value())
                .containsExactly("b", "a");
    }

    @Test
    void statusTellsPendingEditedAndUnknown() {
        bench.table("a").table("b", "a").table("gone", "b");
        bench.upgrade("heads");
        bench.scripts.remove("gone.sql");
        bench.script("a", "-- migrate:up\ncreate table other ();\n-- migrate:down\ndrop table other;\n");
        bench.table("c", "b");

        var report = bench.useCases().showStatus().run(new ShowStatus.Request(), bench.context());

        assertThat(report.pending()).extracting(Revision::id).containsExactlyElementsOf(Bench.ids("c"));
        assertThat(report.edited()).isEqualTo(Bench.ids("a"));
        assertThat(report.unknown()).extracting(AppliedRevision::id).containsExactlyElementsOf(Bench.ids("gone"));
    }

    @Test
    void aNewRevisionStandsOnTheHead() {
        bench.table("001").table("002", "001");

        var report = bench.useCases().createRevision().run(new CreateRevision.Request("add plots"), bench.context());

        assertThat(report.revision().id()).isEqualTo(new RevisionId("003"));
        assertThat(report.revision().parents()).isEqualTo(Bench.ids("002"));
    }

    private MakePlan.Report plan(Direction direction, String target) {
        return bench.useCases().makePlan().run(new MakePlan.Request(direction, target), bench.context());
    }
}
