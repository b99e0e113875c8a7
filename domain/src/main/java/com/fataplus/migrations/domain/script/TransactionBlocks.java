package com.fataplus.migrations.domain.script;

import java.util.ArrayList;
import java.util.List;

/** The transactions that a section begins and ends itself, as far as its statements tell. */
public final class TransactionBlocks {
    private TransactionBlocks() {}

    /** What a statement does to the transaction of its session. */
    enum Effect {
        NONE,
        BEGINS,
        ENDS
    }

    /**
     * The statements in the groups that commit together: each on its own, and those between BEGIN and COMMIT as one. The last group is one
     * that stays open where {@link #leavesOneOpen} says so.
     */
    public static List<List<Statement>> of(List<Statement> statements) {
        List<List<Statement>> groups = new ArrayList<>();
        List<Statement> group = new ArrayList<>();
        Effect latest = Effect.ENDS;
        for (Statement statement : statements) {
            group.add(statement);
            latest = latest(effect(statement), latest);
            if (latest == Effect.ENDS) {
                groups.add(List.copyOf(group));
                group.clear();
            }
        }
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
        return List.copyOf(groups);
    }

    /** True where the statements end within a transaction that they began. */
    public static boolean leavesOneOpen(List<Statement> statements) {
        Effect latest = Effect.ENDS;
        for (Statement statement : statements) {
            latest = latest(effect(statement), latest);
        }
        return latest == Effect.BEGINS;
    }

    /** The last effect that was one. */
    private static Effect latest(Effect now, Effect before) {
        return now == Effect.NONE ? before : now;
    }

    private static Effect effect(Statement statement) {
        return SqlSplitter.split(statement.text()).getFirst() instanceof Piece.Command command
                ? command.words().transactionEffect()
                : Effect.NONE;
    }
}
