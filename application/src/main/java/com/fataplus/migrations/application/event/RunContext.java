package com.fataplus.migrations.application.event;

import static java.util.Objects.requireNonNull;

/** What accompanies every command: somebody who listens, and a way to be stopped. */
public record RunContext(EventSink events, Cancellation cancellation) {
    public RunContext {
        requireNonNull(events, "events");
        requireNonNull(cancellation, "cancellation");
    }

    /** Tells whoever listens. */
    public void tell(MigrationEvent event) {
        events.accept(event);
    }
}
