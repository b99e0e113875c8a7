package com.fataplus.migrations.application.failure;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.domain.revision.GraphProblem;
import com.fataplus.migrations.domain.script.ScriptProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the user gave us is wrong: files, configuration or words on the command line. Nothing ran. */
public sealed interface InputFailure extends MigrationFailure {
    @Override
    default FailureKind kind() {
        return FailureKind.INVALID_INPUT;
    }

    /** Revision files that cannot be read as such; all problems at once. */
    record ScriptsBroken(List<ScriptProblem> problems) implements InputFailure {
        public ScriptsBroken {
            problems = List.copyOf(problems);
        }

        @Override
        public String code() {
            return problems.getFirst().code();
        }

        @Override
        public String summary() {
            return problems.stream().map(ProblemText::of).collect(joining("\n"));
        }

        @Override
        public Optional<String> remedy() {
            return Optional.of("mend the file, then: fata validate");
        }

        @Override
        public Map<String, Object> details() {
            return Map.of(
                    "problems",
                    problems.stream()
                            .map(problem -> ProblemText.document(problem))
                            .toList());
        }
    }

    /** Files that are fine each but do not form a graph together. */
    record GraphBroken(List<GraphProblem> problems) implements InputFailure {
        public GraphBroken {
            problems = List.copyOf(problems);
        }

        @Override
        public String code() {
            return problems.getFirst().code();
        }

        @Override
        public String summary() {
            return problems.stream().map(GraphProblem::message).collect(joining("\n"));
        }

        @Override
        public Optional<String> remedy() {
            return Optional.of("mend the headers named above, then: fata validate");
        }

        @Override
        public Map<String, Object> details() {
            return Map.of(
                    "problems",
                    problems.stream()
                            .map(problem -> ProblemText.document(problem))
                            .toList());
        }
    }

    /** Settings that are unknown, malformed or contradict each other; all problems at once. */
    record ConfigurationBroken(List<String> problems) implements InputFailure {
        public ConfigurationBroken {
            problems = List.copyOf(problems);
        }

        @Override
        public String code() {
            return "config.invalid";
        }

        @Override
        public String summary() {
            return String.join("\n", problems);
        }

        @Override
        public Optional<String> remedy() {
            return Optional.of("mend the settings named above, then: fata config");
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("problems", problems);
        }
    }

    /** Anything else that was asked for and cannot be: a wrong word, a file that is not there. */
    record BadRequest(String code, String summary, Optional<String> remedy) implements InputFailure {
        public BadRequest {
            requireNonNull(code, "code");
            requireNonNull(summary, "summary");
            requireNonNull(remedy, "remedy");
        }
    }
}
