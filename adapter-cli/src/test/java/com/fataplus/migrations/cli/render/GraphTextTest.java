package com.fataplus.migrations.cli.render;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.usecase.RevisionLine;
import com.fataplus.migrations.application.usecase.RevisionLine.Mark;
import com.fataplus.migrations.application.usecase.ShowHistory;
import com.fataplus.migrations.application.usecase.ShowHistory.Source;
import com.fataplus.migrations.cli.render.Screen.Letters;
import com.fataplus.migrations.domain.revision.GraphCheck;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GraphTextTest {
    private static final Screen ASCII = new Screen(Optional.empty(), Letters.ASCII);

    @Test
    void aMergeIsTwoLinesThatMeet() {
        assertThat(drawn("a", "b<a", "c<a", "m<b,c")).isEqualTo("""
                        ●─╮  m
                        ● │  b
                        │ ●  c
                        ●─╯  a
                        """);
    }

    @Test
    void aDependencyIsDotted() {
        assertThat(drawn("a", "b~a")).isEqualTo("""
                        ●  b
                        ┊
                        ●  a
                        """);
    }

    @Test
    void aHeadBelowABaseIsSetApart() {
        assertThat(drawn("a", "b")).isEqualTo("""
                        ●  a

                        ●  b
                        """);
    }

    @Test
    void aLinePassesBehindAnother() {
        assertThat(drawn("a", "b<a", "c<a", "d<a", "m<b,c", "n<m,d")).isEqualTo("""
                        ●─╮    n
                        ●─│─╮  m
                        ● │ │  b
                        │ ● │  d
                        │ │ ●  c
                        ●─┴─╯  a
                        """);
    }

    @Test
    void linesThatEndAndLinesThatBeginAreKeptApart() {
        assertThat(drawn("a", "b<a", "c<a", "m<b,c", "x<m", "y<m")).isEqualTo("""
                        ●    x
                        │ ●  y
                        ●─╯  m
                        ├─╮
                        ● │  b
                        │ ●  c
                        ●─╯  a
                        """);
    }

    @Test
    void everythingHasALetterInAsciiToo() {
        String drawn = String.join("\n", text(graph("a", "b<a", "c<a", "m<b,c", "x<m", "y<m~b"), ASCII));

        assertThat(drawn).isEqualTo("""
                        *      x
                        | *~.  y
                        *-' :  m
                        +-. :
                        | * :  c
                        *~|~'  b
                        *-'    a""");
    }

    @Test
    void whoeverFollowsTheLinesFindsTheGraph() {
        for (int seed = 0; seed < 200; seed++) {
            RevisionGraph graph = random(new Random(seed), 40);
            List<String> drawn = text(graph, Screen.NONE);

            assertThat(PictureReader.links(drawn))
                    .as("seed %d\n%s", seed, String.join("\n", drawn))
                    .isEqualTo(links(graph));
        }
    }

    @Test
    void threeHundredRevisionsAreDrawnAndStillRead() {
        RevisionGraph graph = random(new Random(1), 300);

        assertThat(PictureReader.links(text(graph, Screen.NONE))).isEqualTo(links(graph));
    }

    @Test
    void aPictureFitsItsScreen() {
        RevisionGraph graph = random(new Random(1), 300);

        assertThat(text(graph, new Screen(Optional.of(80), Letters.UNICODE)))
                .allMatch(line -> CellWidth.of(line) <= 80);
    }

    @Test
    void whatIsAppliedIsFullAndWhatIsPendingARing() {
        var graph = graph("a", "b<a", "c<b");
        var report = new ShowHistory.Report(
                List.of(
                        new RevisionLine(revision(graph, "c"), List.of(), Set.of(Mark.HEAD)),
                        new RevisionLine(revision(graph, "b"), List.of(), Set.of(Mark.CURRENT, Mark.APPLIED)),
                        new RevisionLine(revision(graph, "a"), List.of(), Set.of(Mark.APPLIED))),
                graph);

        assertThat(GraphText.of(report, Source.FILES_AND_LEDGER, Style.PLAIN, Screen.NONE))
                .containsExactly("○  c (head), c", "◉  b (current), b", "●  a, a");
    }

    private static String drawn(String... notations) {
        return String.join("\n", text(graph(notations), Screen.NONE)) + "\n";
    }

    /** Words are cut down to the ids. */
    private static List<String> text(RevisionGraph graph, Screen screen) {
        List<RevisionLine> lines = graph.newestFirst(graph.ids()).stream()
                .map(id -> new RevisionLine(graph.find(id).orElseThrow(), List.of(), Set.of()))
                .toList();
        return GraphText.of(new ShowHistory.Report(lines, graph), Source.FILES, Style.PLAIN, screen).stream()
                .map(line -> line.replaceFirst(", .*", ""))
                .toList();
    }

    private static RevisionGraph random(Random random, int size) {
        List<Revision> revisions = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            revisions.add(revision(
                    "r" + number,
                    earlier(random, number, List.of(0, 1, 1, 1, 1, 1, 1, 2, 2, 3)),
                    earlier(random, number, List.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 2))));
        }
        return checked(revisions);
    }

    private static List<String> earlier(Random random, int number, List<Integer> counts) {
        return number == 0
                ? List.of()
                : IntStream.range(0, counts.get(random.nextInt(counts.size())))
                        .mapToObj(ignored -> "r" + Math.max(0, number - 1 - random.nextInt(8)))
                        .distinct()
                        .toList();
    }

    /** {@code m<b,c~d} is the merge of b and c that depends on d. */
    private static RevisionGraph graph(String... notations) {
        return checked(Stream.of(notations)
                .map(notation -> revision(
                        notation.replaceFirst("[<~].*", ""),
                        names(notation.replaceFirst("~.*", ""), "<"),
                        names(notation, "~")))
                .toList());
    }

    private static List<String> names(String notation, String sign) {
        int begin = notation.indexOf(sign);
        return begin < 0 ? List.of() : List.of(notation.substring(begin + 1).split(","));
    }

    private static Revision revision(String id, List<String> parents, List<String> dependencies) {
        return new Revision(
                new RevisionId(id),
                parents.stream().map(RevisionId::new).toList(),
                dependencies,
                new TreeSet<>(),
                id,
                Optional.empty(),
                id + ".sql");
    }

    private static Revision revision(RevisionGraph graph, String id) {
        return graph.find(new RevisionId(id)).orElseThrow();
    }

    private static RevisionGraph checked(List<Revision> revisions) {
        return switch (RevisionGraph.check(revisions)) {
            case GraphCheck.Sound(var graph) -> graph;
            case GraphCheck.Broken(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static Set<String> links(RevisionGraph graph) {
        return graph.ids().stream()
                .flatMap(id -> Stream.concat(
                        graph.parentsOf(id).stream().map(parent -> id + " PARENT " + parent),
                        graph.dependenciesOf(id).stream()
                                .filter(to -> !graph.parentsOf(id).contains(to))
                                .map(to -> id + " DEPENDENCY " + to)))
                .collect(toCollection(TreeSet::new));
    }
}
