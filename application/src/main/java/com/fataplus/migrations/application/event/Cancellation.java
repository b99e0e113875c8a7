package com.fataplus.migrations.application.event;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RunFailure;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Asks work in progress to stop; safe to call from any thread, a signal's included. */
public final class Cancellation {
    private final AtomicReference<String> reason = new AtomicReference<>();
    private final CopyOnWriteArrayList<Runnable> actions = new CopyOnWriteArrayList<>();

    /** Asks; the first reason given is kept. Each registered action runs at least once. */
    public void cancel(String by) {
        reason.compareAndSet(null, requireNonNull(by, "by"));
        actions.forEach(Runnable::run);
    }

    /** Why to stop; empty while nobody asked. */
    public Optional<String> requested() {
        return Optional.ofNullable(reason.get());
    }

    /** Throws a {@link RunFailure.Cancelled} where somebody asked to stop. */
    public void check() {
        requested().ifPresent(by -> {
            throw new MigrationException(new RunFailure.Cancelled(by));
        });
    }

    /** Runs the action when asked to stop, at once where that was before; closing the result forgets it. */
    public Registration onCancel(Runnable action) {
        actions.add(requireNonNull(action, "action"));
        if (requested().isPresent()) {
            action.run();
        }
        return () -> actions.remove(action);
    }

    /** An action that waits for a cancellation. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
