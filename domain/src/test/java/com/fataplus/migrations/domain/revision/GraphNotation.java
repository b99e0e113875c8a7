package com.fataplus.migrations.domain.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Graphs on one line: {@code a;b<a;c[label]<b;d<b~c;m<c,d} has the base {@code a}, a labelled {@code c}, a {@code d} that depends on {@code c},
 * and the merge {@code m}; the order is that of the files.
 */
public final class GraphNotation {
    private static final Pattern REVISION = Pattern.compile("([^\\[<~]+)(?:\\[([^]]*)])?(?:<([^~]*))?(?:~(.*))?");

    private GraphNotation() {}

    public static RevisionGraph graph(String notation) {
        return graph(revisions(notation));
    }

    public static RevisionGraph graph(List<Revision> revisions) {
        return switch (RevisionGraph.check(revisions)) {
            case GraphCheck.Sound(var graph) -> graph;
            case GraphCheck.Broken(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    public static List<Revision> revisions(String notation) {
        List<Revision> revisions = new ArrayList<>();
        for (String revision : notation.isEmpty() ? new String[0] : notation.split(";")) {
            revisions.add(revision(revision, "%05d.sql".formatted(revisions.size())));
        }
        return revisions;
    }

    public static Revision revision(String notation, String location) {
        Matcher parts = REVISION.matcher(notation);
        if (!parts.matches()) {
            throw new AssertionError("not a revision: " + notation);
        }
        return new Revision(
                new RevisionId(parts.group(1)),
                names(parts.group(3)).map(RevisionId::new).toList(),
                names(parts.group(4)).toList(),
                new TreeSet<>(names(parts.group(2)).toList()),
                "message of " + parts.group(1),
                Optional.empty(),
                location);
    }

    /** What a text means that is known to mean something. */
    public static RevisionSpec spec(String text) {
        return switch (RevisionSpec.parse(text)) {
            case Reading.Understood<RevisionSpec>(var spec) -> spec;
            case Reading.Refused<RevisionSpec>(var reason) -> throw new AssertionError(reason.toString());
        };
    }

    public static List<RevisionId> ids(String... names) {
        return Arrays.stream(names).map(RevisionId::new).toList();
    }

    private static Stream<String> names(String commaSeparated) {
        return Optional.ofNullable(commaSeparated).stream().flatMap(names -> Arrays.stream(names.split(",")));
    }
}
