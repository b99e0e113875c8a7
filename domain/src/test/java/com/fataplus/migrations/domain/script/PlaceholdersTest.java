package com.fataplus.migrations.domain.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {
    private static final RevisionId ID = new RevisionId("4f1c");
    private static final String DOWN = "\n-- migrate:down\nselect 2;\n";

    private final Map<String, String> values =
            new TreeMap<>(Map.of("schema", "farm", "owner", "\"Anna\"", "empty", ""));

    @Test
    void areTextLikeAnyOtherWhileTheyAreOff() {
        MigrationScript script = sound(ScriptParser.script(ID, "a.sql", up("select '${schema}'")));

        assertThat(script.up().statements()).extracting(Statement::text).containsExactly("select '${schema}'");
    }

    @Test
    void standForTheirValues() {
        assertThat(texts("alter table ${schema}.plot owner to ${owner};\nselect '${schema}', \"${schema}\";"))
                .containsExactly("alter table farm.plot owner to \"Anna\"", "select 'farm', \"farm\"");
    }

    @Test
    void mayHaveAnEmptyValue() {
        assertThat(texts("create table plot (id int) ${empty};")).containsExactly("create table plot (id int) ");
    }

    @Test
    void areNotLookedForInValues() {
        values.put("nested", "'${schema}'");

        assertThat(texts("select ${nested};")).containsExactly("select '${schema}'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select $1",
                "select $$ ${other} $$",
                "select $body$ ${other} $body$",
                "select 1 /* ${other} */ + 2",
                "select '$ {schema}'",
                "select '${1}'",
                "select '${}'",
                "select '$schema'"
            })
    void leaveAloneWhatIsNoneOfThem(String statement) {
        assertThat(texts(statement + ";")).containsExactly(statement);
    }

    @Test
    void standInDollarQuotesWhereTheyAreNamed() {
        assertThat(texts("do $$ begin perform '${schema}', '${other}'; end $$;"))
                .containsExactly("do $$ begin perform 'farm', '${other}'; end $$");
    }

    @Test
    void leaveCopyDataAlone() {
        Section up = script("copy ${schema}.plot from stdin;\n${schema}\n\\.\n").up();

        assertThat(up.statements())
                .extracting(Statement::text, Statement::copyData)
                .containsExactly(tuple("copy farm.plot from stdin", Optional.of("${schema}\n")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select ${shema}   | 7:8  | did you mean ${schema}?",
                "select '${x}'     | 7:9  | write it into [placeholders] of fata.toml, or give it: -x x=VALUE",
                "select \"é\", ${Schema} | 7:13 | did you mean ${schema}?"
            })
    void needAValue(String statement, String position, String hint) {
        ScriptProblem problem = problems(statement + ";").getFirst();

        assertThat(problem.code()).isEqualTo("script.undefined-placeholder");
        assertThat(problem.place()).isEqualTo("a.sql:" + position);
        assertThat(problem.hint()).contains(hint);
    }

    @Test
    void tellAllThatHaveNone() {
        assertThat(problems("select ${a};\nselect ${schema}, ${b}, ${c};"))
                .extracting(ScriptProblem::position)
                .containsExactly(new SourcePosition(7, 8), new SourcePosition(8, 19), new SourcePosition(8, 25));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select '${v}'      | it's",
                "select ${v}        | 1; drop table plot",
                "select ${v}        | 1 -- remark",
                "select ${v}        | /* open",
                "select $$${v}$$    | $$",
                "${v}               | ''",
                "copy ${v}          | plot from stdin"
            })
    void mayNotTakeTheirStatementApart(String statement, String value) {
        values.put("v", value);

        assertThat(problems("select 1;\n" + statement + ";"))
                .extracting(ScriptProblem::code, problem -> problem.position().line())
                .containsExactly(tuple("script.placeholder-breaks-statement", 8));
    }

    @Test
    void areSubjectToTheRulesOfStatements() {
        values.put("verb", "vacuum");

        assertThat(problems("${verb} plot;"))
                .extracting(ScriptProblem::code)
                .containsExactly("script.needs-no-transaction");
    }

    @Test
    void tellPlacesAsTheFileHasThem() {
        values.put("long", "a_very_long\nname");
        Statement statement = script("select 1; select ${long},\n  ${schema}.x, y;")
                .up()
                .statements()
                .getLast();

        assertThat(statement.text()).isEqualTo("select a_very_long\nname,\n  farm.x, y");
        assertThat(statement.written()).isEqualTo("select ${long},\n  ${schema}.x, y");
        assertThat(statement.positionOf(0)).isEqualTo(new SourcePosition(7, 11));
        assertThat(statement.positionOf(statement.text().indexOf("name"))).isEqualTo(new SourcePosition(7, 18));
        assertThat(statement.positionOf(statement.text().indexOf("arm"))).isEqualTo(new SourcePosition(8, 3));
        assertThat(statement.positionOf(statement.text().indexOf("x, y"))).isEqualTo(new SourcePosition(8, 13));
        assertThat(statement.positionOf(statement.text().length())).isEqualTo(new SourcePosition(8, 17));
    }

    @Test
    void keepTheChecksumOfTheFile() {
        String text = up("create schema ${schema};");
        MigrationScript before = sound(ScriptParser.script(ID, "a.sql", text, placeholders()));
        values.put("schema", "ranch");

        assertThat(sound(ScriptParser.script(ID, "a.sql", text, placeholders())).checksum())
                .isEqualTo(before.checksum())
                .isEqualTo(sound(ScriptParser.script(ID, "a.sql", text)).checksum());
    }

    @Test
    void areGoneFromWhatIsStored() {
        MigrationScript script =
                script("-- for ${schema}\ncreate schema ${schema};\n\nselect '${owner}'; -- ${owner}\n");

        assertThat(script.up().text())
                .isEqualTo("-- migrate:up\n-- for ${schema}\ncreate schema farm;\n\nselect '\"Anna\"'; -- ${owner}\n");
        assertThat(sound(ScriptParser.script(
                                ID,
                                "ledger",
                                script.up().text() + "\n" + script.down().text()))
                        .up()
                        .statements())
                .extracting(Statement::text)
                .containsExactlyElementsOf(
                        script.up().statements().stream().map(Statement::text).toList());
    }

    /** Whatever the values are, what is stored means what ran, and every place leads back into the file. */
    @Test
    void keepTheseLawsForValuesOfAnySort() {
        String signs = "ab '\";$-/*\\\n(){}é";
        int sound = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                value.append(signs.charAt(random.nextInt(signs.length())));
            }
            values.put("v", value.toString());
            String file = up("select 1, ${v} + 2;\nselect '${v}', $q$${v}$q$;\nselect 3;");
            if (ScriptParser.script(ID, "a.sql", file, placeholders())
                    instanceof Parsed.Sound<MigrationScript>(var script)) {
                sound++;
                assertThat(script.up().statements()).as("seed " + seed).hasSize(3);
                MigrationScript stored = sound(ScriptParser.script(
                        ID, "ledger", script.up().text() + "\n" + script.down().text()));
                for (int i = 0; i < 3; i++) {
                    Statement ran = script.up().statements().get(i);
                    assertThat(stored.up().statements().get(i).text())
                            .as("seed " + seed)
                            .isEqualTo(ran.text());
                    assertThat(file).contains(ran.written());
                    assertThat(ran.writtenOffset(ran.text().length()))
                            .isEqualTo(ran.written().length());
                }
            }
        }
        assertThat(sound).isBetween(300, 2_700);
    }

    private List<String> texts(String statements) {
        return script(statements).up().statements().stream()
                .map(Statement::text)
                .toList();
    }

    private MigrationScript script(String statements) {
        return sound(ScriptParser.script(ID, "a.sql", up(statements), placeholders()));
    }

    private List<ScriptProblem> problems(String statements) {
        return switch (ScriptParser.script(ID, "a.sql", up(statements), placeholders())) {
            case Parsed.Broken<MigrationScript>(var problems) -> problems;
            case Parsed.Sound<MigrationScript>(var script) -> throw new AssertionError("sound: " + script);
        };
    }

    private Optional<Placeholders> placeholders() {
        return Optional.of(new Placeholders(new TreeMap<>(values)));
    }

    private static String up(String statements) {
        return "-- Add plots\n--\n-- Revision: 4f1c\n-- Revises:\n\n-- migrate:up\n" + statements + DOWN;
    }

    private static <T> T sound(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Sound<T>(var value) -> value;
            case Parsed.Broken<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
