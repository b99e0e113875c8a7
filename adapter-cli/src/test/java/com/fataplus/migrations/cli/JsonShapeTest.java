package com.fataplus.migrations.cli;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/** What docs/output.md says about JSON is what the commands print. */
class JsonShapeTest {
    private static final Path DOCUMENT = Path.of("../docs/output.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final TestShell shell = new TestShell()
            .table("plot", "Add plots")
            .table("sensor", "Add sensors", "plot")
            .table("weather", "Add weather", "plot");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "heads",
                "show heads",
                "history",
                "history --runs",
                "branches",
                "current",
                "current --check-heads",
                "status",
                "completion bash"
            })
    void aResultHasTheFieldsOfItsRow(String command) throws Exception {
        shell.type("upgrade", "sensor");
        String row = command.replaceAll(" (heads|bash)$", "");

        assertThat(fields(row)).containsAll(result(command).keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "history,        revisions, revision",
        "status,         pending,   revision",
        "current,        current,   applied revision",
        "history --runs, runs,      run"
    })
    void aNounHasTheFieldsOfItsRow(String command, String list, String noun) throws Exception {
        shell.type("upgrade", "sensor");

        for (Object element : (List<?>) result(command).get(list)) {
            assertThat(fields(noun)).containsAll(keys(element));
        }
    }

    @ParameterizedTest
    @CsvSource("history --runs")
    void aJournalHasTheFieldsOfItsRow(String command) throws Exception {
        shell.type("upgrade", "sensor");
        var run = (Map<?, ?>) ((List<?>) result(command).get("runs")).getFirst();

        for (Object line : (List<?>) run.get("journal")) {
            assertThat(fields("journal")).containsAll(keys(line));
        }
    }

    private Map<String, Object> result(String command) throws Exception {
        String[] words = (command + " --output json").split(" ");
        return map(JSON.std.mapFrom(shell.type(words).out()).get("result"));
    }

    private static Set<String> fields(String first) throws Exception {
        String row = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> names(line).contains(first))
                .findFirst()
                .orElseThrow();
        return words(row.substring(row.indexOf('|', 1)));
    }

    /** What the first cell of a row is about. */
    private static Set<String> names(String line) {
        String[] cells = line.split("\\|", -1);
        return cells.length < 2 ? Set.of() : cells[1].contains("`") ? words(cells[1]) : Set.of(cells[1].strip());
    }

    private static Set<String> words(String text) {
        return CODE.matcher(text)
                .results()
                .map((MatchResult word) -> word.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static List<String> keys(Object document) {
        return Stream.of(document).flatMap(map -> map(map).keySet().stream()).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
