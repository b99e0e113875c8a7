package com.fataplus.migrations.filesystem.project;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.port.ProjectTemplate;
import com.fataplus.migrations.filesystem.config.ConfigTemplate;
import java.util.Arrays;
import java.util.List;

/** What projects can begin as; they differ in their fata.toml. */
enum Layout {
    GENERIC("generic", "one database; every setting commented out, with its default", """

            # Another database, chosen with --env staging or FATA_ENV; what is set here goes before what is set above.
            # [environments.staging.database]
            # host = "staging.example"
            """),
    ENVIRONMENTS("environments", "several databases (development, staging, production), chosen with --env", """

            # One table for each database. Choose with --env NAME or FATA_ENV; what is set here goes before what is set above.

            [environments.development.database]
            name = "fataplus_dev"

            [environments.staging.database]
            host = "staging.example"
            name = "fataplus_staging"
            sslmode = "require"

            [environments.production.database]
            host = "production.example"
            name = "fataplus"
            sslmode = "verify-full"

            [environments.production.backup]
            keep = 30
            """);

    private static final String TABLES_OF_NAMES = """

            # Programs to run on each new revision file, in this order; {file} is its path.
            # [hooks]
            # format = ["pg_format", "--inplace", "{file}"]

            # What ${name} stands for in revision files; without this table it is text like any other.
            # [placeholders]
            # schema = "farm"
            """;

    private final String word;
    private final String description;
    private final String more;

    Layout(String word, String description, String more) {
        this.word = requireNonNull(word, "word");
        this.description = requireNonNull(description, "description");
        this.more = requireNonNull(more, "more");
    }

    static List<ProjectTemplate> templates() {
        return Arrays.stream(values()).map(Layout::template).toList();
    }

    static Layout of(ProjectTemplate template) {
        return Arrays.stream(values())
                .filter(layout -> layout.template().equals(template))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not one of ours: " + template));
    }

    private ProjectTemplate template() {
        return new ProjectTemplate(word, description);
    }

    String configuration() {
        return ConfigTemplate.text() + TABLES_OF_NAMES + more;
    }
}
