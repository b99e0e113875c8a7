package com.fataplus.migrations.postgres.grammar;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RunFailure;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs work that calls itself very often: the parser does so for each operand of a chain of thousands. */
final class DeepStack {
    private static final long BYTES = 512L << 20; // of address space; memory is taken as it is used

    private DeepStack() {}

    static <T> T call(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.ofPlatform().name("sql-grammar").daemon().stackSize(BYTES).start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException(new RunFailure.Cancelled("interrupted"), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
