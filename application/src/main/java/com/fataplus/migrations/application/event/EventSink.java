package com.fataplus.migrations.application.event;

/** Where events go: a terminal, a stream, a test's transcript. */
@FunctionalInterface
public interface EventSink {
    /** Takes one event, in the order in which things happened; must not throw. */
    void accept(MigrationEvent event);
}
