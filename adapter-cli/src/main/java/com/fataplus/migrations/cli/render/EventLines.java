package com.fataplus.migrations.cli.render;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.EventDocument;
import com.fataplus.migrations.application.document.FailureDocument;
import com.fataplus.migrations.application.event.EventSink;
import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.failure.MigrationFailure;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells events on standard error as they happen, one JSON document a line (<a href="https://github.com/ndjson/ndjson-spec">NDJSON</a>). */
public final class EventLines implements EventSink {
    private final Terminal terminal;
    private final Clock clock;

    public EventLines(Terminal terminal, Clock clock) {
        this.terminal = requireNonNull(terminal, "terminal");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public void accept(MigrationEvent event) {
        line(EventDocument.of(event));
    }

    /** Why the command ended early, as the last line; the error is that of the JSON answer. */
    public void failed(MigrationFailure failure, int exitCode) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("event", "command-failed");
        document.put("exitCode", exitCode);
        document.put("error", FailureDocument.of(failure));
        line(document);
    }

    private void line(Map<String, Object> event) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("at", clock.instant().toString());
        document.putAll(event);
        terminal.err().println(Json.line(document));
    }
}
