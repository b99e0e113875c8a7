package com.fataplus.migrations.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.script.Direction;
import com.fataplus.migrations.domain.script.Execution;
import com.fataplus.migrations.domain.script.Section;
import com.fataplus.migrations.domain.script.SectionOptions;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommitScopeTest {
    private static final Section TRANSACTIONAL = section(Execution.IN_TRANSACTION, "a.sql");
    private static final Section ALONE = section(Execution.STATEMENT_BY_STATEMENT, "index.sql");

    @Test
    void autoTakesOneTransactionWhileEveryStepCanShareIt() {
        assertThat(CommitScope.decide(TransactionMode.AUTO, Collections.nCopies(100, TRANSACTIONAL)))
                .isInstanceOf(CommitScope.WholeRun.class);
    }

    @Test
    void autoCommitsEachRevisionWhereThereAreMany() {
        assertThat(CommitScope.decide(TransactionMode.AUTO, Collections.nCopies(101, TRANSACTIONAL)))
                .isEqualTo(new CommitScope.EachRevision("more than 100 steps"));
    }

    @Test
    void autoNamesTheFileThatCannotShareATransaction() {
        assertThat(CommitScope.decide(TransactionMode.AUTO, List.of(TRANSACTIONAL, ALONE)))
                .isEqualTo(new CommitScope.EachRevision("index.sql says transaction:false"));
    }

    @Test
    void oneTransactionIsRefusedForAFileThatCannotShareIt() {
        assertThat(CommitScope.decide(TransactionMode.RUN, List.of(TRANSACTIONAL, ALONE)))
                .isEqualTo(new CommitScope.Refused("index.sql"));
    }

    @Test
    void eachRevisionIsCommittedWhenAskedFor() {
        assertThat(CommitScope.decide(TransactionMode.REVISION, List.of(TRANSACTIONAL)))
                .isInstanceOf(CommitScope.EachRevision.class);
    }

    private static Section section(Execution execution, String location) {
        return new Section(
                Direction.UP,
                new SectionOptions(execution, Optional.empty(), Optional.empty(), Optional.empty()),
                location,
                "",
                List.of());
    }
}
