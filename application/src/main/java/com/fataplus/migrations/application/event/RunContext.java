package com.fataplus.migrations.application.event;

import static java.util.Objects.requireNonNull;

/** What accompanies every command: somebody who listens, and a way to be stopped. */
public record RunContext(EventSink events, Cancellation cancellation) {
    public RunContext {
        requireNonNull(events, "events");
        requireNonNull(cancellation, "cancellation");
    }

    /** Tells whoever listens, one event at a time: a watcher may have something to tell while a statement runs. */
    public void tell(MigrationEvent event) {
        synchronized (events) {
            events.accept(event);
        }
    }
}
