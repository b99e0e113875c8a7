package com.fataplus.migrations.application.memory;

import com.fataplus.migrations.application.port.OfflineRun;
import com.fataplus.migrations.application.port.OfflineScripts;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down what a script would do, a line for each fact, in a language that no server understands. */
public final class InMemoryOfflineScripts implements OfflineScripts {
    @Override
    public String write(OfflineRun run) {
        return lines(run).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> lines(OfflineRun run) {
        return switch (run) {
            case OfflineRun.Preparation ignored -> Stream.of("prepare the ledger");
            case OfflineRun.Migration migration ->
                Stream.concat(
                        Stream.of(
                                "begin at " + names(migration.begin().ids()),
                                migration.scope().getClass().getSimpleName()),
                        migration.steps().stream().map(InMemoryOfflineScripts::line));
            case OfflineRun.Stamping stamping ->
                Stream.of(
                        "begin at " + names(stamping.begin().ids()),
                        "forget " + names(stamping.forgotten()),
                        "record "
                                + names(stamping.recorded().stream()
                                        .map(entry -> entry.revision().id())
                                        .toList()));
        };
    }

    private static String line(OfflineRun.Step step) {
        return "%s %s, waiting %s for a lock"
                .formatted(
                        step.step().direction().name().toLowerCase(Locale.ROOT),
                        step.step().id(),
                        step.section().lockTimeout());
    }

    private static String names(Collection<RevisionId> ids) {
        return ids.isEmpty() ? "nothing" : ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }
}
