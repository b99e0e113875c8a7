package com.fataplus.migrations.postgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.Parsed;
import com.fataplus.migrations.domain.script.ScriptParser;
import com.fataplus.migrations.domain.script.Section;
import com.fataplus.migrations.domain.script.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** SQL to try a parser on, as a revision file would bring it. */
public final class Corpus {
    private static final RevisionId REVISION = new RevisionId("001");

    private Corpus() {}

    public static List<String> statements(String file) {
        return section(new String(bytes(file), StandardCharsets.UTF_8)).statements().stream()
                .map(Statement::text)
                .toList();
    }

    /** The text as the up section of a file, where it begins on line 2. */
    public static Section section(String text) {
        String script = "-- migrate:up transaction:false\n" + text + "\n-- migrate:down irreversible: never mind\n";
        Parsed<MigrationScript> parsed = ScriptParser.script(REVISION, "001_plots.sql", script);
        assertThat(parsed).isInstanceOf(Parsed.Sound.class);
        return ((Parsed.Sound<MigrationScript>) parsed).value().up();
    }

    static byte[] bytes(String file) {
        try (InputStream in = Corpus.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
