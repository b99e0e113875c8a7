package com.fataplus.migrations.postgres.grammar;

import com.fataplus.migrations.application.port.SqlGrammar;
import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.domain.script.Section;
import com.fataplus.migrations.domain.script.Statement;
import com.fataplus.migrations.postgres.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The parser of PostgreSQL 18. It accepts a few statements that older servers do not know. The parser is loaded when a statement is first
 * checked; then each thread at work has an instance of 40 MiB, which the next one takes over.
 */
public final class PostgresGrammar implements SqlGrammar {
    private final Queue<LibPgQuery> idle = new ConcurrentLinkedQueue<>();

    @Override
    public String version() {
        return "libpg-query " + Symbols.RELEASE;
    }

    @Override
    public List<ScriptProblem> check(Section section) {
        return section.statements().isEmpty() ? List.of() : DeepStack.call(() -> problems(section));
    }

    private List<ScriptProblem> problems(Section section) {
        List<ScriptProblem> problems = new ArrayList<>();
        for (Statement statement : section.statements()) {
            switch (verdict(statement.text())) {
                case Verdict.Sound ignored -> {}
                case Verdict.Refused refused ->
                    problems.add(problem(
                            "sql.syntax", section, statement, refused.offset(), refused.message(), refused.hint()));
                case Verdict.Undecided undecided ->
                    problems.add(problem(
                            "sql.not-checked",
                            section,
                            statement,
                            0,
                            "could not be checked: " + undecided.reason(),
                            Optional.of("several smaller statements can be")));
            }
        }
        return problems;
    }

    /** A parser that broke, gave up or grew is not used again. */
    private Verdict verdict(String sql) {
        LibPgQuery parser = Optional.ofNullable(idle.poll()).orElseGet(LibPgQuery::start);
        Verdict verdict = StatementCheck.of(parser, sql);
        if (!(verdict instanceof Verdict.Undecided) && parser.isSmall()) {
            idle.add(parser);
        }
        return verdict;
    }

    private static ScriptProblem problem(
            String code, Section section, Statement statement, int offset, String message, Optional<String> hint) {
        return new ScriptProblem(
                code,
                section.location(),
                statement.positionOf(offset),
                message,
                SourceLine.at(section, statement, offset),
                hint);
    }
}
