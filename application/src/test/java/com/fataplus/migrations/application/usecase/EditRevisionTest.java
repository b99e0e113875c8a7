package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.script.ScriptProblem;
import org.junit.jupiter.api.Test;

class EditRevisionTest {
    private final Bench bench = new Bench().table("root").table("plots", "root").table("sensors", "root");

    @Test
    void opensTheFileOfARevision() {
        assertThat(edit("plo").files()).containsExactly("plots.sql");
        assertThat(bench.programs.calls()).containsExactly("edit plots.sql");
    }

    @Test
    void opensSeveralFilesAtOnce() {
        edit("heads");

        assertThat(bench.programs.calls()).containsExactly("edit plots.sql sensors.sql");
    }

    @Test
    void opensWhatTheDatabaseIsAt() {
        bench.upgrade("plots");

        assertThat(edit("current").files()).containsExactly("plots.sql");
    }

    @Test
    void hasNothingToOpenBeforeTheFirstRevision() {
        MigrationFailure failure = Bench.failureOf(() -> edit("base"));

        assertThat(failure.summary()).isEqualTo("no revision file is meant by 'base'");
        assertThat(bench.programs.calls()).isEmpty();
    }

    @Test
    void saysWhatIsWrongAfterwards() {
        bench.programs.whileOpen(() -> bench.script("plots", "-- migrate:up\nselect 'open;\n", "root"));

        assertThat(edit("plots").found().getFirst().scriptProblems())
                .extracting(ScriptProblem::code)
                .contains("script.unterminated-quote");
    }

    @Test
    void saysWhenTheFileWasApplied() {
        bench.upgrade("plots");
        bench.programs.whileOpen(
                () -> bench.script("plots", "-- migrate:up\nselect 1;\n-- migrate:down\nselect 2;\n", "root"));

        assertThat(edit("plots").found().getFirst().edited())
                .extracting(Revision::id)
                .isEqualTo(Bench.ids("plots"));
    }

    @Test
    void opensABrokenFileByItsName() {
        bench.scripts.put("broken.sql", "no header\n");

        assertThat(edit("broken.sql").files()).containsExactly("broken.sql");
    }

    @Test
    void opensFilesWhileAnotherIsBroken() {
        bench.scripts.put("broken.sql", "no header\n");

        assertThat(edit("plots").files()).containsExactly("plots.sql");
    }

    @Test
    void opensAFileThatKeepsTheGraphFromBeingOne() {
        bench.table("fields", "plot");

        assertThat(edit("fiel").files()).containsExactly("fields.sql");
    }

    @Test
    void tellsWhatIsWrongWithTheGraphWhereNothingIsCalledSo() {
        bench.table("fields", "plot");

        assertThat(Bench.failureOf(() -> edit("heads")).summary()).contains("fields.sql", "'plot'");
    }

    private EditRevision.Report edit(String name) {
        return bench.useCases().editRevision().run(new EditRevision.Request(name), bench.context());
    }
}
