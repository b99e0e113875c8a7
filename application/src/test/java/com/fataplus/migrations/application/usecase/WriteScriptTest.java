package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.domain.plan.TransactionMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WriteScriptTest {
    private final Bench bench =
            new Bench().table("a").table("b", "a").table("c", "b").table("x");

    @Test
    void anUpgradeBeginsAtBaseUnlessTold() {
        assertThat(upgrade("b"))
                .startsWith("begin at nothing\n")
                .contains("up a", "up b")
                .doesNotContain("up c");
    }

    @Test
    void anUpgradeBeginsWhereItIsTold() {
        assertThat(upgrade("a:c"))
                .startsWith("begin at a\n")
                .contains("up b", "up c")
                .doesNotContain("up a", "up x");
    }

    @Test
    void anUpgradeLeadsToAllHeadsUnlessTold() {
        assertThat(upgrade("a:")).contains("up c", "up x");
    }

    @Test
    void mayBeginAtSeveralHeads() {
        assertThat(upgrade("b,x:heads")).contains("up c").doesNotContain("up x", "up b");
    }

    @Test
    void countsFromWhereItBegins() {
        assertThat(upgrade("a:+1")).contains("up b").doesNotContain("up c");
        assertThat(downgrade("c:-1")).contains("down c").doesNotContain("down b");
    }

    @Test
    void assumesWhatTheBeginningDependsOn() {
        bench.scripts.put(
                "d.sql",
                "-- D\n--\n-- Revision: d\n-- Revises: b\n-- Depends on: x\n\n-- migrate:up\n-- migrate:down\n");

        assertThat(upgrade("d:heads")).contains("x").contains("up c").doesNotContain("up x");
    }

    @Test
    void aDowngradeHasToBeToldBothEnds() {
        for (String range : List.of("base", ":base", "c:", "")) {
            assertThat(failure(new WriteScript.Request.Downgrade(range, Optional.empty()))
                            .remedy())
                    .contains("fata downgrade FROM:TO --sql");
        }
    }

    @Test
    void aDowngradePastAnIrreversibleRevisionIsRefused() {
        bench.script("i", "-- migrate:up\n-- migrate:down irreversible: rows are gone\n", "c");

        assertThat(failure(new WriteScript.Request.Downgrade("i:base", Optional.empty()))
                        .code())
                .isEqualTo("plan.irreversible");
    }

    @Test
    void nobodyKnowsWhatIsCurrent() {
        for (String range : List.of("current:heads", "current+1:heads")) {
            assertThat(failure(new WriteScript.Request.Upgrade(range, Optional.empty()))
                            .code())
                    .isEqualTo("offline.current");
        }
    }

    @Test
    void stampsBeginAtOnePlace() {
        assertThat(write(new WriteScript.Request.Stamp(List.of("a:c", "a:x"), Optional.empty())))
                .isEqualTo("begin at a\nforget nothing\nrecord x, b, c\n");
        assertThat(failure(new WriteScript.Request.Stamp(List.of("a:c", "b:x"), Optional.empty()))
                        .code())
                .isEqualTo("offline.range");
    }

    @Test
    void aScriptWaitsForTablesAsLongAsTheMostPatientAttempt() {
        assertThat(upgrade(":a")).contains("up a, waiting PT3S for a lock");
    }

    @Test
    void statementsThatCommitOnTheirOwnWaitForEver() {
        bench.concurrentIndex("i", "c");

        assertThat(upgrade("c:i")).contains("EachRevision").contains("up i, waiting PT0S");
    }

    @Test
    void refusesOneTransactionForStatementsThatCommitOnTheirOwn() {
        bench.concurrentIndex("i", "c").transaction(TransactionMode.RUN);

        assertThat(failure(new WriteScript.Request.Upgrade("c:i", Optional.empty()))
                        .code())
                .isEqualTo("plan.not-in-one-transaction");
    }

    @Test
    void refusesASectionThatLeavesATransactionOpen() {
        bench.script("o", "-- migrate:up transaction:false\nbegin;\nselect 1;\n-- migrate:down\n", "c");

        MigrationFailure failure = failure(new WriteScript.Request.Upgrade("c:o", Optional.empty()));

        assertThat(failure.code()).isEqualTo("script.open-transaction");
        assertThat(failure.summary()).startsWith("o.sql: ");
    }

    @Test
    void touchesNoDatabase() {
        upgrade("heads");

        assertThat(bench.database.statements()).isEmpty();
        assertThat(bench.database.runs(1)).isEmpty();
        assertThat(bench.events.lines()).isEmpty();
    }

    private String upgrade(String range) {
        return write(new WriteScript.Request.Upgrade(range, Optional.empty()));
    }

    private String downgrade(String range) {
        return write(new WriteScript.Request.Downgrade(range, Optional.empty()));
    }

    private String write(WriteScript.Request request) {
        return bench.useCases().writeScript().run(request, bench.context()).script();
    }

    private MigrationFailure failure(WriteScript.Request request) {
        return Bench.failureOf(() -> write(request));
    }
}
