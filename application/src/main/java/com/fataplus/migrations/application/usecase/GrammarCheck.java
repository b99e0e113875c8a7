package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.port.SoundTexts;
import com.fataplus.migrations.application.port.SqlGrammar;
import com.fataplus.migrations.domain.revision.Checksum;
import com.fataplus.migrations.domain.script.Direction;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.domain.script.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Asks the grammar about sections that were not found sound before, by this version of fata and of the grammar. */
final class GrammarCheck {
    private final SqlGrammar grammar;
    private final SoundTexts sound;
    private final String judge;
    private final List<Checksum> news = new ArrayList<>();

    GrammarCheck(SqlGrammar grammar, SoundTexts sound, Operator operator) {
        this.grammar = requireNonNull(grammar, "grammar");
        this.sound = requireNonNull(sound, "sound");
        this.judge = operator.toolVersion() + "\0" + grammar.version();
    }

    /** What is wrong with both sections, in the order of the file. */
    List<ScriptProblem> problems(MigrationScript script) {
        return Stream.of(Direction.values())
                .flatMap(direction -> script.section(direction).stream())
                .flatMap(section -> problems(section).stream())
                .toList();
    }

    private List<ScriptProblem> problems(Section section) {
        Checksum text = Checksum.of(judge + "\0" + Checksum.of(section.text()));
        if (sound.contains(text)) {
            return List.of();
        }
        List<ScriptProblem> problems = grammar.check(section);
        if (problems.isEmpty()) {
            news.add(text);
        }
        return problems;
    }

    /** Keeps what was found sound for the next time. */
    void remember() {
        if (!news.isEmpty()) {
            sound.remember(news);
        }
    }
}
