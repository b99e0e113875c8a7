package com.fataplus.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.cli.TestShell.Result;
import com.fataplus.migrations.cli.command.ExitCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** The parts of SARIF 2.1.0 that readers insist on. */
class SarifTest {
    private final TestShell shell = new TestShell().table("plot", "Add plots");

    @Test
    void isOneRunOfOneTool() throws Exception {
        Result result = shell.type("validate", "--output", "sarif");

        Map<String, Object> log = JSON.std.mapFrom(result.out());
        assertThat(log).containsEntry("version", "2.1.0").containsOnlyKeys("$schema", "version", "runs");
        assertThat(list(log, "runs")).singleElement().satisfies(run -> {
            assertThat(run).containsOnlyKeys("tool", "invocations", "columnKind", "results");
            assertThat(run).containsEntry("columnKind", "unicodeCodePoints").containsEntry("results", List.of());
            assertThat(map(map(run, "tool"), "driver"))
                    .containsEntry("name", "fata")
                    .containsEntry("version", "0.1.0");
            assertThat(list(run, "invocations").getFirst()).containsEntry("executionSuccessful", true);
        });
        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void showsAProblemInItsPlace() throws Exception {
        shell.grammar.refuse("table plot");

        Result result = shell.type("validate", "--offline", "--output=sarif");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        Map<String, Object> first = results(result).getFirst();
        assertThat(first)
                .containsEntry("ruleId", "sql.syntax")
                .containsEntry("ruleIndex", 0)
                .containsEntry("level", "error")
                .containsEntry("message", Map.of("text", "syntax error at or near \"table plot\""));
        assertThat(location(first))
                .containsEntry("artifactLocation", Map.of("uri", "plot.sql"))
                .containsEntry("region", Map.of("startLine", 7, "startColumn", 8, "endLine", 7, "endColumn", 9));
    }

    @Test
    void endsWhereTheWordDoes() throws Exception {
        shell.scripts.put(
                "bad one.sql",
                "-- Bad\n--\n-- Revision: bad\n-- Revises: plot\n\n-- migrate:up\n\\include x\n-- migrate:down\n");

        Map<String, Object> first =
                results(shell.type("validate", "--offline", "--output=sarif")).getFirst();

        assertThat(first).containsEntry("ruleId", "script.psql-command");
        assertThat(location(first)).containsEntry("artifactLocation", Map.of("uri", "bad%20one.sql"));
        assertThat(map(location(first), "region")).containsEntry("startLine", 7);
    }

    @Test
    void showsAProblemOfTheGraphInEachFile() throws Exception {
        shell.file("again.sql", "plot", "Add plots again");

        List<Map<String, Object>> results = results(shell.type("validate", "--output", "sarif"));

        assertThat(results)
                .extracting(result -> result.get("ruleId"))
                .containsExactly("graph.duplicate-id", "graph.duplicate-id");
        assertThat(results)
                .extracting(result -> map(location(result), "artifactLocation").get("uri"))
                .containsExactlyInAnyOrder("plot.sql", "again.sql");
    }

    @Test
    void showsAnEditedFile() throws Exception {
        shell.type("upgrade", "--no-backup");
        shell.scripts.put(
                "plot.sql",
                "-- Add plots\n--\n-- Revision: plot\n-- Revises:\n\n-- migrate:up\nselect 1;\n-- migrate:down\n");

        Result result = shell.type("validate", "--output", "sarif");

        assertThat(result.exitCode()).isEqualTo(ExitCode.CHECK_FOUND);
        assertThat(results(result)).extracting(each -> each.get("ruleId")).containsExactly("ledger.edited");
    }

    @Test
    void namesEachRuleOnce() throws Exception {
        shell.table("sensor", "Add sensors", "plot");
        shell.grammar.refuse("create table");

        Result result = shell.type("validate", "--offline", "--output", "sarif");

        Map<String, Object> driver = map(map(run(result), "tool"), "driver");
        assertThat(list(driver, "rules")).containsExactly(Map.of("id", "sql.syntax"));
        assertThat(results(result)).hasSize(2);
    }

    @Test
    void tellsAFailureAsANotification() throws Exception {
        Result result = shell.type("validate", "--migration-file", "nowhere.sql", "--output", "sarif");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        Map<String, Object> invocation = list(run(result), "invocations").getFirst();
        assertThat(invocation).containsEntry("executionSuccessful", false);
        assertThat(list(invocation, "toolExecutionNotifications").getFirst())
                .containsEntry("descriptor", Map.of("id", "validate.no-such-file"));
    }

    @Test
    void isRefusedToOtherCommandsBeforeTheyBegin() {
        Result result = shell.type("upgrade", "--output", "sarif");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--output sarif is for 'fata validate'");
        assertThat(shell.database.statements()).isEmpty();
    }

    private static Map<String, Object> run(Result result) throws Exception {
        return list(JSON.std.mapFrom(result.out()), "runs").getFirst();
    }

    private static List<Map<String, Object>> results(Result result) throws Exception {
        return list(run(result), "results");
    }

    private static Map<String, Object> location(Map<String, Object> result) {
        return map(list(result, "locations").getFirst(), "physicalLocation");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> document, String name) {
        return (Map<String, Object>) document.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> document, String name) {
        return (List<Map<String, Object>>) document.get(name);
    }
}
