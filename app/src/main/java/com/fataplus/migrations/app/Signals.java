package com.fataplus.migrations.app;

import com.fataplus.migrations.application.event.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGINT and SIGTERM ask the work to stop and give it time to take back what is open; the JVM then ends with 128 and the signal's number by
 * itself.
 */
final class Signals {
    /** Under the ten seconds that service managers usually wait before they kill. */
    private static final Duration GRACE = Duration.ofSeconds(9);

    private final CountDownLatch done = new CountDownLatch(1);
    private final Cancellation cancellation;

    private Signals(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    static Signals stopping(Cancellation cancellation) {
        Signals signals = new Signals(cancellation);
        Runtime.getRuntime().addShutdownHook(new Thread(signals::stop, "stop"));
        return signals;
    }

    /** An exit from now on is our own. */
    void workDone() {
        done.countDown();
    }

    private void stop() {
        if (done.getCount() == 0) {
            return;
        }
        cancellation.cancel("a signal asked to");
        try {
            if (!done.await(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
