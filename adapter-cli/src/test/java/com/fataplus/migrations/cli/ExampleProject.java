package com.fataplus.migrations.cli;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.function.Consumer;

/** The project in which an example of a help text has to run: what the examples name is there. */
final class ExampleProject {
    /** What an example needs beyond {@link #usual()}, by the example as it is printed. */
    private static final Map<String, Arrangement> OWN = Map.of(
            "fata revision -m \"add invoices\" --head billing@head --depends-on 001",
            with(shell -> shell.labelled("b111ab1e", "Add billing", "billing")),
            "fata merge",
            with(ExampleProject::fork),
            "fata merge d15e feed -m \"join harvests and weather\"",
            with(ExampleProject::fork),
            "fata rebase feed",
            with(ExampleProject::fork),
            "fata rebase feed --onto d15e --dry-run",
            with(ExampleProject::fork),
            "fata current --check-heads",
            with(shell -> shell.type("upgrade", "-q")));

    private ExampleProject() {}

    /**
     * Where one example runs, and how it ends.
     *
     * @param prepare changes the usual project to what the example is for
     */
    record Arrangement(Consumer<TestShell> prepare, int exitCode) {
        Arrangement {
            requireNonNull(prepare, "prepare");
        }
    }

    static Map<String, Arrangement> own() {
        return OWN;
    }

    static Arrangement arrangementFor(String example) {
        return OWN.getOrDefault(example, new Arrangement(shell -> {}, 0));
    }

    private static Arrangement with(Consumer<TestShell> prepare) {
        return new Arrangement(prepare, 0);
    }

    /** A second head: somebody began where the database is. */
    private static void fork(TestShell shell) {
        shell.table("feedf00dcafe", "Add weather", "9be27c01d4aa");
    }

    /** Five revisions in a line, of which three are applied, and a backup. */
    static TestShell usual() {
        TestShell shell = new TestShell()
                .file("001_initial_schema.sql", "001", "Initial schema")
                .table("4f1c2a9be07d", "Add user preferences", "001")
                .table("9be27c01d4aa", "Add plots", "4f1c2a9be07d")
                .table("c0ffee5a1ad5", "Add sensors", "9be27c01d4aa")
                .table("d15ea5e0f00d", "Add harvests", "c0ffee5a1ad5");
        shell.type("upgrade", "9be2", "--quiet");
        return shell;
    }
}
