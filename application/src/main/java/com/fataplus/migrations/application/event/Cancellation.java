package com.fataplus.migrations.application.event;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RunFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Asks work in progress to stop; safe to call from any thread, a signal's included. */
public final class Cancellation {
    private final AtomicReference<String> reason = new AtomicReference<>();
    private final CopyOnWriteArrayList<Runnable> actions = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);

    /** Asks; the first reason given is kept. Each registered action runs at least once. */
    public void cancel(String by) {
        reason.compareAndSet(null, requireNonNull(by, "by"));
        asked.countDown();
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

    /** Rests that long, or until somebody asks to stop, which throws as {@link #check} does. */
    public void pause(Duration duration) {
        try {
            if (asked.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException(new RunFailure.Cancelled("interrupted"), e);
        }
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
