package com.fataplus.migrations.application.memory;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.port.SqlGrammar;
import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.domain.script.Section;
import com.fataplus.migrations.domain.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A grammar that knows no SQL: it refuses the words it was told to. */
public final class InMemoryGrammar implements SqlGrammar {
    private final List<String> refused = new ArrayList<>();
    private final List<Section> asked = new ArrayList<>();

    /** From now on, statements with these words in them are wrong. */
    public InMemoryGrammar refuse(String words) {
        refused.add(requireNonNull(words, "words"));
        return this;
    }

    /** The sections it was asked about, oldest first. */
    public List<Section> asked() {
        return List.copyOf(asked);
    }

    @Override
    public String version() {
        return "memory " + refused;
    }

    @Override
    public List<ScriptProblem> check(Section section) {
        asked.add(section);
        return section.statements().stream()
                .flatMap(statement -> refused.stream()
                        .filter(statement.text()::contains)
                        .map(words -> problem(section, statement, words)))
                .toList();
    }

    private static ScriptProblem problem(Section section, Statement statement, String words) {
        int offset = statement.text().indexOf(words);
        return new ScriptProblem(
                "sql.syntax",
                section.location(),
                statement.positionOf(offset),
                "syntax error at or near \"" + words + "\"",
                Optional.empty(),
                Optional.empty());
    }
}
