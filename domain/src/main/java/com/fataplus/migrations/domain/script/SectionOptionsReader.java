package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the options behind a section marker. One that is wrong is reported and counts as not given; none is ever ignored. */
final class SectionOptionsReader {
    private static final List<String> KEYS = List.of("transaction", "timeout", "lock_timeout", "on_failure");
    private static final String DURATIONS = "write a whole number and its unit: 500ms, 2s, 5min, 1h or 1d";

    private final SourceText source;
    private final List<ScriptProblem> problems;
    private final Map<String, Word> values = new LinkedHashMap<>();

    SectionOptionsReader(SourceText source, List<ScriptProblem> problems) {
        this.source = requireNonNull(source, "source");
        this.problems = requireNonNull(problems, "problems");
    }

    SectionOptions read(List<Word> words) {
        words.forEach(this::collect);
        return new SectionOptions(
                value("transaction", SectionOptionsReader::execution, "write transaction:false or transaction:true")
                        .orElse(Execution.IN_TRANSACTION),
                value("timeout", DurationText::parseTimeout, DURATIONS),
                value("lock_timeout", DurationText::parseTimeout, DURATIONS),
                value("on_failure", SectionOptionsReader::onFailure, "write auto, downgrade or stop"));
    }

    private void collect(Word word) {
        String key = word.text().split("[:=]", 2)[0];
        String rest = word.text().substring(key.length());
        if (!KEYS.contains(key)) {
            problem(word, "script.unknown-option", "there is no option '" + key + "'", similar(key));
        } else if (!rest.startsWith(":")) {
            problem(word, "script.bad-option", "the option '" + key + "' needs a value", "write " + key + ":value");
        } else if (values.putIfAbsent(key, new Word(rest.substring(1), word.start() + key.length() + 1)) != null) {
            problem(word, "script.duplicate-option", "the option '" + key + "' stands here twice", "remove one");
        }
    }

    private static String similar(String key) {
        return Similar.to(key, KEYS)
                .map(known -> "did you mean '" + known + "'?")
                .orElse("options are " + String.join(", ", KEYS) + ", written key:value; remarks go on the next line");
    }

    private <T> Optional<T> value(String key, Function<String, Optional<T>> reading, String hint) {
        Optional<Word> given = Optional.ofNullable(values.get(key));
        Optional<T> read = given.map(Word::text).flatMap(reading);
        if (read.isEmpty()) {
            given.ifPresent(word -> problem(
                    word, "script.bad-option", "'" + word.text() + "' is no value of the option '" + key + "'", hint));
        }
        return read;
    }

    private void problem(Word word, String code, String message, String hint) {
        problems.add(source.problem(word.start(), code, message, hint));
    }

    private static Optional<Execution> execution(String value) {
        return switch (value) {
            case "true" -> Optional.of(Execution.IN_TRANSACTION);
            case "false" -> Optional.of(Execution.STATEMENT_BY_STATEMENT);
            default -> Optional.empty();
        };
    }

    private static Optional<OnFailure> onFailure(String value) {
        return switch (value) {
            case "auto" -> Optional.of(OnFailure.AUTO);
            case "downgrade" -> Optional.of(OnFailure.DOWNGRADE);
            case "stop" -> Optional.of(OnFailure.STOP);
            default -> Optional.empty();
        };
    }
}
