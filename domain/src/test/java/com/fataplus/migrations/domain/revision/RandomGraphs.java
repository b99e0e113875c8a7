package com.fataplus.migrations.domain.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Graphs with branches, merges and dependencies; the same ones for the same seed. */
public final class RandomGraphs {
    private static final int LARGEST = 24;

    private RandomGraphs() {}

    /** What a law is checked with. */
    public interface Law {
        void holdsFor(List<Revision> revisions, RevisionGraph graph, Random random);
    }

    /** Checks a law with many small graphs; a failure tells the seed and the graph. */
    public static void check(int graphs, Law law) {
        for (int seed = 0; seed < graphs; seed++) {
            Random random = new Random(seed);
            String notation = notation(1 + random.nextInt(LARGEST), random);
            List<Revision> revisions = GraphNotation.revisions(notation);
            try {
                law.holdsFor(revisions, GraphNotation.graph(revisions), random);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("seed " + seed + ", graph " + notation, failure);
            }
        }
    }

    /** Some of the elements, none and all of them included. */
    public static <T> List<T> some(List<T> elements, Random random) {
        List<T> shuffled = new ArrayList<>(elements);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, random.nextInt(Math.min(4, shuffled.size() + 1)));
    }

    /** A fiftieth of them bases, a fifth merges, a fifth with a dependency from anywhere before. */
    public static List<Revision> manyLines(int size, Random random) {
        return Stream.iterate(0, number -> number + 1)
                .limit(size)
                .map(number -> GraphNotation.revision(inManyLines(number, random), "%05d.sql".formatted(number)))
                .toList();
    }

    private static String inManyLines(int number, Random random) {
        String name = "r" + number;
        if (number < 10) {
            return name;
        }
        String parents = "<r" + (number - 1 - random.nextInt(3)) + (random.nextInt(5) == 0 ? ",r" + (number - 5) : "");
        return name
                + (random.nextInt(50) == 0 ? "" : parents)
                + (random.nextInt(5) == 0 ? "~r" + random.nextInt(number) : "");
    }

    private static String notation(int size, Random random) {
        List<String> notations = new ArrayList<>();
        IntStream.range(0, size).forEach(number -> notations.add(revision(number, random)));
        // Files are not sorted as they build on each other.
        Collections.shuffle(notations, random);
        return String.join(";", notations);
    }

    private static String revision(int number, Random random) {
        int parents = List.of(0, 1, 1, 1, 1, 1, 2, 3).get(random.nextInt(8));
        int dependencies = List.of(0, 0, 0, 0, 1, 1, 2, 3).get(random.nextInt(8));
        return "r" + number + links("<", parents, number, random) + links("~", dependencies, number, random);
    }

    private static String links(String sign, int most, int number, Random random) {
        Set<String> earlier = new LinkedHashSet<>();
        for (int link = 0; link < most && number > 0; link++) {
            earlier.add("r" + random.nextInt(number));
        }
        return earlier.isEmpty() ? "" : sign + String.join(",", earlier);
    }
}
