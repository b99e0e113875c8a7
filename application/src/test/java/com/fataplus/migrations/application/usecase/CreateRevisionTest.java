package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateRevisionTest {
    private final Bench bench = new Bench();

    @Test
    void theFirstRevisionIsABase() {
        assertThat(create(Optional.empty(), Splice.REFUSED, RevisionDetails.NONE)
                        .isBase())
                .isTrue();
    }

    @Test
    void severalHeadsNeedAChoice() {
        fork();

        MigrationFailure failure =
                Bench.failureOf(() -> create(Optional.empty(), Splice.REFUSED, RevisionDetails.NONE));

        assertThat(failure.code()).isEqualTo("revision.several-heads");
        assertThat(failure.kind()).isEqualTo(FailureKind.REFUSED);
        assertThat(failure.summary()).contains("plots, sensors");
        assertThat(failure.remedy().orElseThrow()).contains("--head plots").contains("fata merge");
    }

    @ParameterizedTest
    @CsvSource({"sens, sensors", "plots, plots", "sensors@head, sensors", "iot, sensors", "heads, 'plots,sensors'"})
    void buildsOnWhateverIsNamed(String head, String parents) {
        fork();
        bench.header("sensors", "Labels: iot");

        assertThat(create(head).parents()).isEqualTo(Bench.ids(parents.split(",")));
    }

    @Test
    void baseBeginsALineOfItsOwn() {
        bench.table("001");

        assertThat(create("base").isBase()).isTrue();
    }

    @Test
    void currentIsWhereTheDatabaseIs() {
        bench.table("001").table("002", "001");
        bench.upgrade("001");

        assertThat(create(Optional.of("current"), Splice.ALLOWED, RevisionDetails.NONE)
                        .parents())
                .isEqualTo(Bench.ids("001"));
    }

    @Test
    void cannotBuildOnWhatNoFileDefines() {
        bench.table("001").table("gone", "001");
        bench.upgrade("heads");
        bench.scripts.remove("gone.sql");

        MigrationFailure failure = Bench.failureOf(() -> create("current"));

        assertThat(failure.code()).isEqualTo("revision.no-file");
    }

    @Test
    void aParentThatIsNoHeadNeedsSplice() {
        bench.table("001").table("002", "001");

        MigrationFailure failure = Bench.failureOf(() -> create("001"));

        assertThat(failure.summary()).isEqualTo("revision 001 is not a head: 002 builds on it");
        assertThat(failure.remedy().orElseThrow()).contains("--splice");
    }

    @Test
    void spliceBeginsABranch() {
        bench.table("001").table("002", "001");

        assertThat(create(Optional.of("001"), Splice.ALLOWED, RevisionDetails.NONE)
                        .parents())
                .isEqualTo(Bench.ids("001"));
    }

    @Test
    void dependenciesBecomeIdsInFullAndLabelsStay() {
        bench.table("4f1c2a9be07d").table("sensors");
        bench.header("sensors", "Labels: iot");

        Revision revision = create(
                Optional.of("base"),
                Splice.REFUSED,
                new RevisionDetails(
                        Optional.empty(), List.of(), List.of("4f1c", "iot", "4f1c2a9be07d"), Optional.empty()));

        assertThat(revision.dependsOn()).containsExactly("4f1c2a9be07d", "iot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "base", "heads"})
    void aDependencyIsOneRevision(String name) {
        fork();

        assertThat(Bench.failureOf(() -> create(
                                Optional.of("plots"),
                                Splice.REFUSED,
                                new RevisionDetails(Optional.empty(), List.of(), List.of(name), Optional.empty())))
                        .kind())
                .isIn(FailureKind.INVALID_INPUT, FailureKind.REFUSED);
        assertThat(bench.scripts.survey().revisions()).hasSize(2);
    }

    @Test
    void carriesLabels() {
        assertThat(labelled("billing", "money").labels()).containsExactly("billing", "money");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "iot, the label 'iot' is used by revision sensors: sensors.sql",
                "plots, the label 'plots' is used by revision plots: plots.sql",
                "mine, the label 'mine' is the new revision's own id",
                "a b, character U+0020 is not allowed",
                "head, 'head' is a symbol"
            })
    void refusesLabelsThatWouldMeanTwoThings(String label, String message) {
        fork();
        bench.header("sensors", "Labels: iot");

        MigrationFailure failure = Bench.failureOf(() -> create(
                Optional.of("plots"),
                Splice.REFUSED,
                new RevisionDetails(Optional.of("mine"), List.of(label), List.of(), Optional.empty())));

        assertThat(failure.summary()).contains(message);
        assertThat(bench.scripts.survey().revisions()).hasSize(2);
    }

    @Test
    void refusesALabelGivenTwice() {
        assertThat(Bench.failureOf(() -> labelled("billing", "billing")).summary())
                .isEqualTo("the label 'billing' is given twice");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"plots, plots exists already: plots.sql", "iot, 'iot' is a label of revision sensors"})
    void refusesAnIdThatIsTaken(String id, String message) {
        fork();
        bench.header("sensors", "Labels: iot");

        MigrationFailure failure = Bench.failureOf(() -> create(
                Optional.of("plots"),
                Splice.REFUSED,
                new RevisionDetails(Optional.of(id), List.of(), List.of(), Optional.empty())));

        assertThat(failure.summary()).contains(message);
    }

    @Test
    void aGeneratedIdIsNoLabelEither() {
        bench.table("001");
        bench.header("001", "Labels: 002");

        assertThat(create("001").id()).isEqualTo(new RevisionId("003"));
    }

    @Test
    void hooksRunOnTheNewFileInTheirOrder() {
        bench.hooks("format", "check");

        create("base");

        assertThat(bench.programs.calls()).containsExactly("format: format 001.sql", "check: check 001.sql");
        assertThat(bench.events.lines())
                .containsExactly(
                        "format: looked at 001.sql",
                        "hook format finished",
                        "check: looked at 001.sql",
                        "hook check finished");
    }

    @Test
    void aHookThatFailsEndsItAndTheFileStays() {
        bench.hooks("format", "check");
        bench.programs.endWith("format", 3);

        MigrationFailure failure = Bench.failureOf(() -> create("base"));

        assertThat(failure.code()).isEqualTo("hook.failed");
        assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_INPUT);
        assertThat(failure.summary())
                .isEqualTo("001.sql was written and stays, but hook 'format' failed: it ended with exit code 3\n"
                        + "looked at 001.sql");
        assertThat(bench.programs.calls()).hasSize(1);
        assertThat(bench.scripts.survey().revisions()).hasSize(1);
    }

    @Test
    void aHookThatSpoilsTheFileIsFoundOut() {
        bench.hooks("format");
        bench.programs.whileOpen(() -> bench.scripts.put("001.sql", "-- formatted away\n"));

        assertThat(Bench.failureOf(() -> create("base")).summary()).contains("001.sql");
    }

    private void fork() {
        bench.table("plots").table("sensors");
    }

    private Revision labelled(String... labels) {
        return create(
                Optional.empty(),
                Splice.REFUSED,
                new RevisionDetails(Optional.empty(), List.of(labels), List.of(), Optional.empty()));
    }

    private Revision create(String head) {
        return create(Optional.of(head), Splice.REFUSED, RevisionDetails.NONE);
    }

    private Revision create(Optional<String> head, Splice splice, RevisionDetails details) {
        return bench.useCases()
                .createRevision()
                .run(new CreateRevision.Request("add harvests", head, splice, details), bench.context())
                .revision();
    }
}
