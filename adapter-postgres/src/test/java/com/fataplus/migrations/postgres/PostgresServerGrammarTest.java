package com.fataplus.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.postgres.grammar.Corpus;
import com.fataplus.migrations.postgres.server.EveryMajor;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ClassTemplate
@ExtendWith(EveryMajor.class)
class PostgresServerGrammarTest {
    /** The one that our own parser is of. */
    private static final int NEWEST = 18;

    private static final long SEED = 1;

    private TestDatabase database;
    private PostgresServerGrammar grammar;

    @BeforeEach
    void connect(TestDatabase fresh) {
        database = fresh;
        grammar = new PostgresServerGrammar(fresh.config(), new Random(SEED));
    }

    @Test
    void refusesNothingValidUnlessItIsNewer() {
        List<String> refused = refused("valid.sql");

        if (database.major() == NEWEST) {
            assertThat(refused).isEmpty();
        } else {
            assertThat(refused).hasSizeLessThan(40);
        }
    }

    @Test
    void readsBodiesOfPlPgSqlAsStringsOnly() {
        assertThat(refused("plpgsql.sql")).isEmpty();
        assertThat(refused("plpgsql-invalid.sql")).isEmpty();
    }

    @Test
    void refusesWhatIsInvalid() {
        List<String> asked = Corpus.statements("invalid.sql").stream()
                .filter(statement -> SyntaxProbe.of(statement, new Random(SEED)).isPresent())
                .toList();

        List<String> refused = refused("invalid.sql");

        assertThat(asked).hasSizeGreaterThan(50);
        if (database.major() == NEWEST) {
            assertThat(refused).containsExactlyElementsOf(asked);
        } else {
            // They read 12abc as a number and a name.
            assertThat(asked).containsAll(refused);
            assertThat(refused).hasSizeGreaterThan(asked.size() - 5);
        }
    }

    @Test
    void pointsAtThePlace() {
        assertThat(places("create table plot (id int);\n  drop tabel plot;\nselect 'Größe 🌾' fro m x;\nselect 1 +;"))
                .containsExactly(
                        "3:8 syntax error at or near \"tabel\"",
                        "4:22 syntax error at or near \"m\"",
                        "5:11 syntax error at end of input");
    }

    @Test
    void namesTheServerThatSaysSo() {
        assertThat(check("select 1 fro m x;")).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("sql.syntax");
            assertThat(problem.hint())
                    .hasValueSatisfying(hint ->
                            assertThat(hint).startsWith("so says the server, which is PostgreSQL " + database.major()));
        });
    }

    @Test
    void runsNothing() {
        database.execute("create table plot (id int)");

        check("drop table plot;\ncreate table other ();\ninsert into plot values (1);\nselect 1 / 0;");

        assertThat(database.values("select relname from pg_class where relname in ('plot', 'other')"))
                .containsExactly("plot");
        assertThat(database.value("select count(*) from plot")).isEqualTo("0");
    }

    @Test
    void runsNothingWhereATextTriesToEndTheBlock() {
        String guessed = "$fata_%016x$".formatted(new Random(SEED).nextLong());

        checkUnparsed("select 1; exception when others then create table planted ()");
        checkUnparsed("select 1; end " + guessed + "; create table planted (); --");
        checkUnparsed("select 1; end $$; create table planted (); do $$ begin");

        assertThat(database.values("select 1 from pg_class where relname = 'planted'"))
                .isEmpty();
    }

    @Test
    void leavesAloneWhatPlPgSqlReadsDifferently() {
        assertThat(check("""
                        begin; commit; fetch next from c; close c; move c; declare c cursor for select 1;
                        select 1 as id into plot; select 'into' as a; table plot; (select 1); rollback to s;
                        insert into plot values (1); raise; null; perform 1;""")).isEmpty();
    }

    private List<String> refused(String file) {
        return Corpus.statements(file).stream()
                .filter(statement -> !check(statement + ";").isEmpty())
                .toList();
    }

    private List<String> places(String text) {
        return check(text).stream()
                .map(problem -> problem.position() + " " + problem.message())
                .toList();
    }

    private void checkUnparsed(String statement) {
        new PostgresServerGrammar(database.config(), new Random(SEED))
                .check(List.of(PostgresScenarios.unparsed(statement).section()), new Cancellation());
    }

    private List<ScriptProblem> check(String text) {
        return grammar.check(List.of(Corpus.section(text)), new Cancellation());
    }
}
