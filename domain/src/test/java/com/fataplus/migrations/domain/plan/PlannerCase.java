package com.fataplus.migrations.domain.plan;

import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.revision.GraphNotation;
import com.fataplus.migrations.domain.revision.HistoryRange;
import com.fataplus.migrations.domain.revision.Reading;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import com.fataplus.migrations.domain.revision.SpecRefusal;
import com.fataplus.migrations.domain.script.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One line of the case table: what a command does to a database at certain heads.
 *
 * @param name what the table calls the graph
 */
record PlannerCase(
        String name, String notation, List<RevisionId> heads, String command, String target, String expected) {
    private static final Planner PLANNER = new Planner();

    /** The steps and the heads afterwards, or the refusal, in the table's notation. */
    String outcome() {
        RevisionGraph files = GraphNotation.graph(notation);
        Ledger ledger = ledger(files);
        return switch (command) {
            case "up" -> read(target, spec -> told(PLANNER.upgrade(files, ledger, spec)));
            case "down" -> read(target, spec -> told(PLANNER.downgrade(files, ledger, spec)));
            case "stamp" -> stamped(files, ledger);
            case "show" ->
                read(
                        target,
                        spec -> told(
                                KnownRevisions.join(files, ledger).resolver().all(spec)));
            case "history" ->
                told(HistoryRange.parse(target)
                        .then(range -> range.revisions(
                                KnownRevisions.join(files, ledger).resolver())));
            default -> throw new AssertionError("no such command: " + command);
        };
    }

    private String stamped(RevisionGraph files, Ledger ledger) {
        List<RevisionSpec> targets = new ArrayList<>();
        for (String text : target.split(" ", -1)) {
            switch (RevisionSpec.parse(text)) {
                case Reading.Understood<RevisionSpec>(var spec) -> targets.add(spec);
                case Reading.Refused<RevisionSpec>(var reason) -> {
                    return told(reason);
                }
            }
        }
        return told(PLANNER.stamp(files, ledger, targets));
    }

    /** Heads that no file defines stand in the ledger alone. */
    private Ledger ledger(RevisionGraph files) {
        Ledger ledger = Ledgers.at(files, heads);
        return new Ledger(
                Stream.concat(
                                ledger.applied().stream(),
                                heads.stream()
                                        .filter(head -> files.find(head).isEmpty())
                                        .map(head -> Ledgers.row(
                                                GraphNotation.revision(head.value(), "gone.sql"), List.of())))
                        .toList(),
                ledger.unfinished());
    }

    private static String read(String text, Function<RevisionSpec, String> told) {
        return switch (RevisionSpec.parse(text)) {
            case Reading.Understood<RevisionSpec>(var spec) -> told.apply(spec);
            case Reading.Refused<RevisionSpec>(var reason) -> told(reason);
        };
    }

    private static String told(Planning planning) {
        return switch (planning) {
            case MigrationPlan plan -> told(plan.steps().stream().map(PlannerCase::told), plan.headsAfter());
            case StampPlan plan ->
                told(
                        Stream.concat(
                                plan.forgotten().stream().map(id -> "-" + id),
                                plan.recorded().stream().map(id -> "+" + id)),
                        plan.headsAfter());
            case PlanRefusal.BadTarget(var reason) -> told(reason);
            case PlanRefusal refusal -> "refused: " + refusal;
        };
    }

    private static String told(Stream<String> steps, List<RevisionId> heads) {
        return "%s -> {%s}".formatted(joined(steps, " "), joined(heads.stream().map(RevisionId::value), ","));
    }

    private static String told(PlanStep step) {
        return (step.direction() == Direction.UP ? "+" : "-") + step.id();
    }

    private static String told(Reading<List<RevisionId>> reading) {
        return switch (reading) {
            case Reading.Understood<List<RevisionId>>(var ids) ->
                joined(ids.stream().map(RevisionId::value), " ");
            case Reading.Refused<List<RevisionId>>(var reason) -> told(reason);
        };
    }

    private static String told(SpecRefusal reason) {
        return "refused: " + reason;
    }

    private static String joined(Stream<String> words, String between) {
        String joined = words.collect(joining(between));
        return joined.isEmpty() && between.isBlank() ? "nothing" : joined;
    }

    static List<RevisionId> headsOf(String braced) {
        return Arrays.stream(braced.replaceAll("[{}]", "").split(","))
                .filter(name -> !name.isEmpty())
                .map(RevisionId::new)
                .toList();
    }

    @Override
    public String toString() {
        return "%s %s %s %s => %s"
                .formatted(
                        name,
                        heads.stream().map(RevisionId::value).collect(joining(",", "{", "}")),
                        command,
                        target,
                        expected);
    }
}
