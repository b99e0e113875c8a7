package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StampTest {
    private final Bench bench = new Bench();

    @Test
    void recordsTheTargetAndAllBelowItWithoutRunningAnything() {
        bench.table("a").table("b", "a").table("c", "b");

        stamp("b");

        assertThat(bench.applied()).containsExactly("a", "b");
        assertThat(bench.database.statements()).isEmpty();
    }

    @Test
    void stampedRevisionsCanBeTakenDown() {
        bench.table("a");
        stamp("head");

        bench.downgrade("base");

        assertThat(bench.database.statements()).containsExactly("drop table ta");
    }

    @Test
    void baseForgetsEverything() {
        bench.table("a").table("b", "a");
        bench.upgrade("heads");

        stamp("base");

        assertThat(bench.applied()).isEmpty();
    }

    @Test
    void doesNothingWhenTheLedgerSaysSoAlready() {
        bench.table("a");
        bench.upgrade("heads");

        Stamp.Report report = stamp("a");

        assertThat(report.run()).isEmpty();
    }

    @Test
    void severalTargetsAreStampedTogether() {
        bench.table("a").table("b", "a").table("c", "a");

        stamp("b", "c");

        assertThat(bench.database.ledger().heads()).isEqualTo(Bench.ids("b", "c"));
    }

    @Test
    void refusesARevisionTogetherWithItsAncestor() {
        bench.table("a").table("b", "a");

        assertThat(Bench.failureOf(() -> stamp("a", "b")).code()).isEqualTo("plan.overlap");
        assertThat(bench.applied()).isEmpty();
    }

    @Test
    void leavesOtherLinesAlone() {
        bench.table("a").table("x");
        bench.upgrade("heads");

        stamp("a");

        assertThat(bench.applied()).containsExactlyInAnyOrder("a", "x");
    }

    @Test
    void purgingForgetsOtherLinesToo() {
        bench.table("a").table("x");
        bench.upgrade("heads");

        purge("a");

        assertThat(bench.applied()).containsExactly("a");
    }

    @Test
    void purgingForgetsWhatNoFileDefines() {
        bench.table("a").table("b", "a");
        bench.upgrade("heads");
        bench.scripts.remove("b.sql");

        Stamp.Report report = purge("a");

        assertThat(report.plan().forgotten()).isEqualTo(Bench.ids("b", "a"));
        assertThat(bench.applied()).containsExactly("a");
    }

    @Test
    void purgingRefusesBadTargetsBeforeItForgets() {
        bench.table("a").table("b", "a");
        bench.upgrade("heads");

        Bench.failureOf(() -> purge("nowhere"));

        assertThat(bench.applied()).containsExactly("a", "b");
    }

    @Test
    void theTagIsJournalled() {
        bench.table("a");

        bench.useCases()
                .stamp()
                .run(new Stamp.Request(List.of("a"), Stamp.Mode.MOVE, Optional.of("release 4.2")), bench.context());

        assertThat(bench.database.runs(1).getFirst().tag()).contains("release 4.2");
    }

    private Stamp.Report stamp(String... targets) {
        return stamp(Stamp.Mode.MOVE, targets);
    }

    private Stamp.Report purge(String... targets) {
        return stamp(Stamp.Mode.AFRESH, targets);
    }

    private Stamp.Report stamp(Stamp.Mode mode, String... targets) {
        return bench.useCases()
                .stamp()
                .run(new Stamp.Request(List.of(targets), mode, Optional.empty()), bench.context());
    }
}
