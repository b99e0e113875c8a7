package com.fataplus.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.cli.TestShell.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** {@code --events ndjson}. */
class EventsTest {
    private final TestShell shell = new TestShell().table("plot", "Add plots").table("sensor", "Add sensors", "plot");

    @Test
    void areOneDocumentALineOnStandardError() {
        Result result = shell.type("upgrade", "--events", "ndjson", "--tag", "r1", "--output", "json");

        List<Map<String, Object>> events = events(result);
        assertThat(events).extracting(event -> event.get("event")).contains("run-started", "backup-finished");
        assertThat(events.getFirst()).containsEntry("at", "2026-11-22T09:30:00Z");
        assertThat(events.getLast()).containsEntry("event", "run-finished").containsEntry("outcome", "succeeded");
        assertThat(JSON.std.mapFrom(result.out())).containsEntry("exitCode", 0);
    }

    @Test
    void endWithTheFailure() {
        shell.database.faults().failOn("create table sensor");

        List<Map<String, Object>> events = events(shell.type("--events=ndjson", "upgrade"));

        assertThat(events.get(events.size() - 2)).containsEntry("event", "run-finished");
        assertThat(events.getLast()).containsEntry("event", "command-failed").containsEntry("exitCode", 4);
    }

    @Test
    void tellUsageErrorsToo() {
        List<Map<String, Object>> events = events(shell.type("upgrade", "--events", "ndjson", "--nonsense"));

        assertThat(events).hasSize(1);
        assertThat(events.getFirst()).containsEntry("event", "command-failed").containsEntry("exitCode", 2);
    }

    private static List<Map<String, Object>> events(Result result) {
        return result.err().lines().map(JSON.std::mapFrom).toList();
    }
}
