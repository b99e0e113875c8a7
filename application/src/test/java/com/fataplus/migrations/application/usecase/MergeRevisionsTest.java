package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.domain.revision.Revision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeRevisionsTest {
    private final Bench bench = new Bench()
            .table("root")
            .table("plots", "root")
            .table("sensors", "root")
            .table("readings", "sensors");

    @Test
    void joinsAllHeads() {
        Revision merge = merge(Splice.REFUSED, "heads");

        assertThat(merge.parents()).isEqualTo(Bench.ids("plots", "readings"));
        assertThat(merge.message()).isEqualTo("Merge plots and readings");
        assertThat(bench.upgrade("heads").headsAfter()).containsExactly(merge.id());
    }

    @Test
    void joinsWhatIsNamedInThatOrder() {
        assertThat(merge(Splice.REFUSED, "readings", "plot").parents()).isEqualTo(Bench.ids("readings", "plots"));
    }

    @Test
    void joinsAHeadThatAnotherOnlyDependsOn() {
        bench.header("plots", "Depends on: readings");

        assertThat(merge(Splice.REFUSED, "heads").parents()).isEqualTo(Bench.ids("plots", "readings"));
    }

    @Test
    void takesAMessageALabelAndAnId() {
        Revision merge = bench.useCases()
                .mergeRevisions()
                .run(
                        new MergeRevisions.Request(
                                List.of("heads"),
                                Optional.of("join plots and sensors"),
                                Splice.REFUSED,
                                new RevisionDetails(
                                        Optional.of("joined"), List.of("farm"), List.of(), Optional.empty())),
                        bench.context())
                .revision();

        assertThat(merge.id().value()).isEqualTo("joined");
        assertThat(merge.message()).isEqualTo("join plots and sensors");
        assertThat(merge.labels()).containsExactly("farm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plots              | only one revision is named, plots: nothing to merge",
                "base               | there are no revisions to merge",
                "plots plots        | revision plots is named twice",
                "plots heads        | revision plots is named twice",
                "sensors readings   | sensors is an ancestor of readings: there is nothing to join",
                "plots root         | root is an ancestor of plots: there is nothing to join",
                "plots sensors      | revision sensors is not a head: readings builds on it"
            })
    void refusesWhatJoinsNothing(String names, String message) {
        MigrationFailure failure = Bench.failureOf(() -> merge(Splice.REFUSED, names.split(" ")));

        assertThat(failure.summary()).isEqualTo(message);
        assertThat(failure.kind()).isEqualTo(FailureKind.REFUSED);
        assertThat(bench.scripts.survey().revisions()).hasSize(4);
    }

    @Test
    void refusesTheOnlyHead() {
        bench.scripts.remove("plots.sql");

        assertThat(Bench.failureOf(() -> merge(Splice.REFUSED, "heads")).summary())
                .isEqualTo("there is one head only, readings: nothing to merge");
    }

    @Test
    void spliceAllowsInnerRevisions() {
        assertThat(merge(Splice.ALLOWED, "plots", "sensors").parents()).isEqualTo(Bench.ids("plots", "sensors"));
    }

    private Revision merge(Splice splice, String... names) {
        return bench.useCases()
                .mergeRevisions()
                .run(
                        new MergeRevisions.Request(List.of(names), Optional.empty(), splice, RevisionDetails.NONE),
                        bench.context())
                .revision();
    }
}
