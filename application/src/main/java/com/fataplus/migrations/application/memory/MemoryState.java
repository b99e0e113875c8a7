package com.fataplus.migrations.application.memory;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import com.fataplus.migrations.domain.script.MigrationScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a transaction changes: a copy of it is worked on and takes the place of the first, or is forgotten. */
final class MemoryState {
    private static final Pattern ALTER =
            Pattern.compile("alter (\\w+ \\S+) (add|drop) (?:column )?(\\S+).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CREATE_OR_DROP =
            Pattern.compile("(create|drop) (\\w+ [\\w.\"]+).*", Pattern.CASE_INSENSITIVE);

    private final Map<RevisionId, Row> ledger = new LinkedHashMap<>();
    private final List<String> statements = new ArrayList<>();

    MemoryState copy() {
        MemoryState copy = new MemoryState();
        copy.ledger.putAll(ledger);
        copy.statements.addAll(statements);
        return copy;
    }

    void run(String statement) {
        statements.add(statement);
    }

    void record(AppliedRevision row, MigrationScript script) {
        if (ledger.putIfAbsent(row.id(), new Row(row, script)) != null) {
            throw new MigrationException(RefusedFailure.NotAllowed.alreadyApplied(row.id()));
        }
    }

    void forget(RevisionId revision) {
        if (ledger.remove(revision) == null) {
            throw new MigrationException(RefusedFailure.NotAllowed.notApplied(revision));
        }
    }

    List<AppliedRevision> applied() {
        return ledger.values().stream().map(Row::revision).toList();
    }

    Optional<MigrationScript> script(RevisionId revision) {
        return Optional.ofNullable(ledger.get(revision))
                .map(row -> row.script().withChecksum(row.revision().checksum()));
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    /** A fair guess without parsing: {@code create} and {@code alter ... add} bring objects, {@code drop} takes them away. */
    SchemaSnapshot schema() {
        TreeMap<String, String> objects = new TreeMap<>();
        for (String statement : statements) {
            String text = statement.replaceAll("\\s+", " ");
            Matcher alter = ALTER.matcher(text);
            Matcher whole = CREATE_OR_DROP.matcher(text);
            if (alter.matches()) {
                change(objects, alter.group(2), alter.group(1) + "." + alter.group(3), text);
            } else if (whole.matches()) {
                change(objects, whole.group(1), whole.group(2), text);
            }
        }
        return new SchemaSnapshot(objects);
    }

    private static void change(Map<String, String> objects, String verb, String object, String definition) {
        if (verb.equalsIgnoreCase("drop")) {
            objects.keySet().removeIf(present -> present.equals(object) || present.startsWith(object + "."));
        } else {
            objects.put(object, definition);
        }
    }

    private record Row(AppliedRevision revision, MigrationScript script) {}
}
