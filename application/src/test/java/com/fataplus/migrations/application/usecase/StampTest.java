package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    private Stamp.Report stamp(String target) {
        return bench.useCases().stamp().run(new Stamp.Request(List.of(target)), bench.context());
    }
}
