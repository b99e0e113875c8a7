package com.fataplus.migrations.domain.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TransactionBlocksTest {
    @Test
    void eachStatementCommitsOnItsOwn() {
        assertThat(groups("vacuum", "select 1")).containsExactly("vacuum", "select 1");
    }

    @Test
    void whatStandsBetweenBeginAndCommitCommitsTogether() {
        assertThat(groups("select 1", "begin", "select 2", "commit", "select 3"))
                .containsExactly("select 1", "begin; select 2; commit", "select 3");
    }

    @Test
    void knowsEveryWayToBeginAndToEnd() {
        assertThat(groups("start transaction isolation level serializable", "end", "begin work", "abort"))
                .containsExactly("start transaction isolation level serializable; end", "begin work; abort");
        assertThat(groups("BEGIN", "prepare transaction 'x'", "commit prepared 'x'"))
                .containsExactly("BEGIN; prepare transaction 'x'", "commit prepared 'x'");
    }

    @Test
    void savepointsEndNothing() {
        assertThat(groups("begin", "savepoint s", "rollback to s", "release s", "commit"))
                .containsExactly("begin; savepoint s; rollback to s; release s; commit");
    }

    @Test
    void aChainedTransactionGoesOn() {
        assertThat(groups("begin", "commit and chain", "rollback and no chain"))
                .containsExactly("begin; commit and chain; rollback and no chain");
    }

    @Test
    void preparedStatementsAreNoTransactions() {
        assertThat(groups("prepare p as select 1", "execute p")).hasSize(2);
    }

    @Test
    void tellsAboutATransactionThatStaysOpen() {
        assertThat(TransactionBlocks.leavesOneOpen(statements("select 1", "begin", "select 2")))
                .isTrue();
        assertThat(TransactionBlocks.leavesOneOpen(statements("begin", "commit")))
                .isFalse();
    }

    private static List<String> groups(String... texts) {
        return TransactionBlocks.of(statements(texts)).stream()
                .map(group ->
                        String.join("; ", group.stream().map(Statement::text).toList()))
                .toList();
    }

    private static List<Statement> statements(String... texts) {
        return Stream.of(texts)
                .map(text -> new Statement(text, SourcePosition.START, Optional.empty()))
                .toList();
    }
}
