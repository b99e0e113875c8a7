package com.fataplus.migrations.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The case table {@code planner-cases.txt}, which explains its notation. */
class PlannerCasesTest {
    private static final Pattern GRAPH = Pattern.compile("graph (\\w+) = ?(.*)");
    private static final Pattern CASE = Pattern.compile("(\\w+) (\\{.*?}) (\\w+) (.*) => (.*)");

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void behavesAsTheTableSays(PlannerCase planned) {
        assertThat(planned.outcome()).isEqualTo(planned.expected());
    }

    static List<PlannerCase> cases() throws IOException {
        Map<String, String> graphs = new HashMap<>();
        List<PlannerCase> cases = new ArrayList<>();
        for (String line : lines()) {
            Matcher graph = GRAPH.matcher(line);
            Matcher planned = CASE.matcher(line);
            if (graph.matches()) {
                graphs.put(graph.group(1), graph.group(2));
            } else if (planned.matches()) {
                cases.add(new PlannerCase(
                        planned.group(1),
                        graphs.get(planned.group(1)),
                        PlannerCase.headsOf(planned.group(2)),
                        planned.group(3),
                        planned.group(4),
                        planned.group(5)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new AssertionError("neither graph nor case nor comment: " + line);
            }
        }
        return cases;
    }

    private static List<String> lines() throws IOException {
        try (InputStream table = PlannerCasesTest.class.getResourceAsStream("planner-cases.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
