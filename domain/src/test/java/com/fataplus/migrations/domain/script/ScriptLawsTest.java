package com.fataplus.migrations.domain.script;

import static com.fataplus.migrations.domain.script.Reading.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every text, tried on many. */
class ScriptLawsTest {
    private static final String HEADER = "-- A message; it's\n\n";
    private static final List<String> STATEMENTS = List.of(
            "select 1",
            "select ';', E'\\';', U&'\\fffe ;', b'1', $$;$$, $a$ $$;$$ $a$, \";\"",
            "insert into plot values ('\uD83C\uDF3E -- migrate:down\n-- migrate:down\n')",
            "create rule r as on insert to a do (delete from b; delete from c)",
            "create function f() returns int begin atomic select case when 1 > 0 then 1 end; select 2; end",
            "do $body$\n-- migrate:down\nbegin raise 'a;b'; end\n$body$",
            "select /* ; /* ' */ */ 1 -- ; '\n + 2",
            "select 'a'\n  'b;'",
            "alter table \"a\"\";b\" add c$d int",
            "update plot set name = $1 where id = $2 +-- ;\n 3",
            "drop table plot");
    private static final List<String> BETWEEN = List.of(
            ";",
            ";\n",
            " ;\n\n",
            ";; ",
            "\n;\r\n",
            "; -- note; 'x\n",
            " /* a;'b */;",
            ";\n/* -- /* */ ; */\n",
            "\n-- $$\n;\t");
    private static final List<String> DATA =
            List.of("1\tit's; $$\n", "\\N\n", "\n", "-- migrate:down\n", "\\.x\n", "/*\r\n");
    private static final List<String> GARBAGE = List.of(
            "'",
            "\"",
            "$$",
            "$a$",
            "$a",
            "E'",
            "U&\"",
            "--",
            "-- migrate:up",
            "\n-- migrate:down\n",
            "-- migrate:",
            "\r",
            "\n",
            "/*",
            "*/",
            "(",
            ")",
            ";",
            "\\",
            "\\.",
            "\n\\.\n",
            "copy a from stdin;\n",
            "begin atomic",
            "create function f()",
            "case",
            "end",
            "as",
            ".",
            "1",
            "$1",
            "a",
            "é",
            "\uD83C\uDF3E",
            "\uD83C",
            "\uDF3E",
            "\0",
            "\uFEFF",
            "\u00a0",
            "\t",
            " ",
            "-- Revision: x\n",
            "-- Revises:\n",
            "-- Key: value\n",
            "timeout:1s",
            "irreversible:",
            "transaction:false",
            ",",
            ":");

    @Test
    void findsTheStatementsThatAFileWasMadeOf() {
        forManyFiles(file -> {
            MigrationScript script = script(file.text());

            assertThat(texts(script.up())).isEqualTo(file.up());
            assertThat(texts(down(script))).isEqualTo(file.down());
            assertThat(script.up().statements().stream()
                            .flatMap(statement -> statement.copyData().stream())
                            .toList())
                    .isEqualTo(file.data());
        });
    }

    @Test
    void pointsAtTheTextOfEachStatement() {
        forManyFiles(file -> {
            String[] lines = file.text().split("\n", -1);
            MigrationScript script = script(file.text());

            assertThat(Stream.of(script.up(), down(script)).flatMap(section -> section.statements().stream()))
                    .isNotEmpty()
                    .allSatisfy(statement -> {
                        String line = lines[statement.position().line() - 1];
                        int start =
                                line.offsetByCodePoints(0, statement.position().column() - 1);
                        assertThat(line.substring(start))
                                .startsWith(statement.text().split("\n", 2)[0]);
                    });
        });
    }

    @Test
    void readsTheStoredSectionsBackAsTheSameScript() {
        forManyFiles(file -> {
            MigrationScript script = script(file.text());
            MigrationScript stored =
                    script(script.up().text() + "\n" + script.down().text());

            assertThat(stored.checksum()).isEqualTo(script.checksum());
            assertThat(withoutPositions(stored.up())).isEqualTo(withoutPositions(script.up()));
            assertThat(withoutPositions(down(stored))).isEqualTo(withoutPositions(down(script)));
        });
    }

    @Test
    void leavesOnlyALineEndBetweenTheSections() {
        forManyFiles(file -> {
            MigrationScript script = script(file.text());
            String header =
                    file.text().substring(0, file.text().indexOf(script.up().text()));
            String rest =
                    file.text().substring(header.length() + script.up().text().length());

            assertThat(header).isEqualTo(HEADER);
            assertThat(rest)
                    .matches("(?s)\\r?\\n\\t?" + Pattern.quote(script.down().text()));
        });
    }

    @Test
    void neverThrows() {
        forManySeeds(random -> {
            String garbage = garbage(random);

            assertThatCode(() -> ScriptParser.header("file.sql", garbage))
                    .as(garbage)
                    .doesNotThrowAnyException();
            assertThatCode(() -> ScriptParser.script(new RevisionId("x"), "file.sql", garbage))
                    .as(garbage)
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void cutsAnyTextIntoTokensWithNothingButBlanksBetween() {
        forManySeeds(random -> {
            String garbage = garbage(random);
            SqlLexer lexer = new SqlLexer(garbage);
            int end = 0;
            Token token = lexer.next(end);
            while (token.kind() != Token.Kind.END) {
                assertThat(garbage.substring(end, token.start())).isBlank();
                assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(garbage.length());
                end = token.end();
                token = lexer.next(end);
            }
            assertThat(garbage.substring(end)).isBlank();
        });
    }

    @Test
    void splitsASecondCopyLikeTheFirst() {
        forManyFiles(file -> {
            List<Piece> once = SqlSplitter.split(file.text());
            List<Piece> twice = SqlSplitter.split(file.text() + file.text());

            assertThat(twice).hasSize(2 * once.size());
            assertThat(twice.subList(once.size(), twice.size()))
                    .extracting(piece -> piece.start() - file.text().length())
                    .isEqualTo(once.stream().map(Piece::start).toList());
        });
    }

    private static Section down(MigrationScript script) {
        return script.section(Direction.DOWN).orElseThrow();
    }

    private static List<String> texts(Section section) {
        return section.statements().stream().map(Statement::text).toList();
    }

    /** All that must survive; the lines move. */
    private static List<Object> withoutPositions(Section section) {
        return List.of(
                section.direction(),
                section.options(),
                section.text(),
                section.statements().stream()
                        .map(statement -> statement.text() + statement.copyData())
                        .toList());
    }

    private static void forManyFiles(Consumer<Generated> law) {
        forManySeeds(random -> law.accept(generate(random)));
    }

    private static void forManySeeds(Consumer<Random> law) {
        for (long seed = 0; seed < 500; seed++) {
            law.accept(new Random(seed));
        }
    }

    private record Generated(String text, List<String> up, List<String> data, List<String> down) {}

    private static Generated generate(Random random) {
        List<String> up = new ArrayList<>();
        List<String> down = new ArrayList<>();
        List<String> data = new ArrayList<>();
        StringBuilder text = new StringBuilder(HEADER).append("-- migrate:up timeout:5s\n");
        append(text, up, Optional.of(data), random);
        text.append(pick(List.of("\n", "\r\n", "\n\n", "\n\t"), random)).append("-- migrate:down lock_timeout:1s\n");
        append(text, down, Optional.empty(), random);
        return new Generated(text.toString(), up, data, down);
    }

    private static void append(
            StringBuilder text, List<String> statements, Optional<List<String>> data, Random random) {
        for (int i = 0; i <= random.nextInt(6); i++) {
            String statement = pick(STATEMENTS, random);
            statements.add(statement);
            text.append(statement).append(pick(BETWEEN, random));
            if (data.isPresent() && random.nextInt(4) == 0) {
                String lines = pick(DATA, random) + pick(DATA, random);
                statements.add("copy plot (a, \";\") from stdin");
                data.get().add(lines);
                text.append("copy plot (a, \";\") from stdin;\n").append(lines).append("\\.\n");
            }
        }
    }

    private static String garbage(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < random.nextInt(40); i++) {
            text.append(pick(GARBAGE, random)).append(pick(List.of("", " ", "\n"), random));
        }
        return text.toString();
    }

    private static String pick(List<String> strings, Random random) {
        return strings.get(random.nextInt(strings.size()));
    }
}
