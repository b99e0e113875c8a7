package com.fataplus.migrations.application.memory;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.port.ServerGrammar;
import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.domain.script.Section;
import java.util.List;
import java.util.Optional;

/** A server whose grammar refuses the words it was told to. */
public final class InMemoryServerGrammar implements ServerGrammar {
    private final InMemoryGrammar grammar = new InMemoryGrammar();
    private Optional<MigrationFailure> failure = Optional.empty();

    /** From now on, statements with these words in them are wrong. */
    public void refuse(String words) {
        grammar.refuse(words);
    }

    /** From now on it cannot be asked. */
    public void fail(MigrationFailure why) {
        failure = Optional.of(why);
    }

    /** The sections it was asked about, oldest first. */
    public List<Section> asked() {
        return grammar.asked();
    }

    @Override
    public List<ScriptProblem> check(List<Section> sections, Cancellation cancellation) {
        failure.ifPresent(why -> {
            throw new MigrationException(why);
        });
        return sections.stream()
                .flatMap(section -> grammar.check(section).stream())
                .toList();
    }
}
