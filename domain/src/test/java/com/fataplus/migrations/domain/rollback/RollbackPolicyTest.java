package com.fataplus.migrations.domain.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.rollback.FailurePoint.Irreversible;
import com.fataplus.migrations.domain.rollback.FailurePoint.Leftover;
import com.fataplus.migrations.domain.script.Direction;
import com.fataplus.migrations.domain.script.OnFailure;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RollbackPolicyTest {
    private static final PlanStep UP_A = step(Direction.UP, "a");
    private static final PlanStep UP_B = step(Direction.UP, "b");
    private static final PlanStep DOWN_B = step(Direction.DOWN, "b");

    @ParameterizedTest
    @EnumSource
    void theAbortedTransactionSufficesWhereNothingWasCommitted(OnFailure policy) {
        assertThat(decide(policy, List.of())).isEqualTo(new Recovery.AlreadyBack());
    }

    @Test
    void committedUpgradesGoBackInReverse() {
        assertThat(decide(OnFailure.AUTO, List.of(UP_A, UP_B)))
                .isEqualTo(new Recovery.RunBack(List.of(UP_B.opposite(), UP_A.opposite())));
    }

    @Test
    void stopKeepsWhatWasCommitted() {
        assertThat(decide(OnFailure.STOP, List.of(UP_A))).isEqualTo(new Recovery.Keep(List.of(UP_A)));
    }

    @Test
    void committedDowngradesAreNotUndoneUnasked() {
        assertThat(decide(OnFailure.AUTO, List.of(DOWN_B))).isInstanceOf(Recovery.Person.class);
    }

    @Test
    void committedDowngradesAreUndoneWhenAskedFor() {
        assertThat(decide(OnFailure.DOWNGRADE, List.of(DOWN_B)))
                .isEqualTo(new Recovery.RunBack(List.of(DOWN_B.opposite())));
    }

    @Test
    void anIrreversibleStepNeedsAPersonWhoIsToldWhy() {
        var point = new FailurePoint(
                List.of(UP_A, UP_B),
                Optional.of(new Irreversible(UP_A, "rows are gone")),
                new Leftover.Nothing(),
                Optional.empty());

        assertThat(new RollbackPolicy(OnFailure.AUTO).decide(point))
                .isEqualTo(new Recovery.Person("a cannot be taken back: rows are gone"));
    }

    @ParameterizedTest
    @EnumSource
    void whatCommittedStatementByStatementNeedsAPerson(OnFailure policy) {
        var point = new FailurePoint(
                List.of(), Optional.empty(), new Leftover.Statements(UP_A, 1), Optional.of("backup_1.sql"));

        assertThat(new RollbackPolicy(policy).decide(point)).isInstanceOf(Recovery.Person.class);
    }

    private static Recovery decide(OnFailure policy, List<PlanStep> committed) {
        return new RollbackPolicy(policy)
                .decide(new FailurePoint(committed, Optional.empty(), new Leftover.Nothing(), Optional.empty()));
    }

    private static PlanStep step(Direction direction, String id) {
        return new PlanStep(
                direction,
                new Revision(
                        new RevisionId(id), List.of(), List.of(), new TreeSet<>(), "", Optional.empty(), id + ".sql"));
    }
}
