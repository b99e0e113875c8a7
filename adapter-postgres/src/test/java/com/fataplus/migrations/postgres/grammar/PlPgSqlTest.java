package com.fataplus.migrations.postgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bodies of functions and DO blocks are read, too; what is wrong in them is shown in its line of the file. */
class PlPgSqlTest {
    private final PostgresGrammar grammar = new PostgresGrammar();

    @Test
    void pointsIntoADollarQuotedBody() {
        assertThat(problems("""
                create function area() returns int language plpgsql as $größe$
                declare
                    größe text := '🌾🌾'; begin retrun 1;
                end
                $größe$;""")).containsExactly("4:31 syntax error at or near \"retrun\"");
    }

    @Test
    void pointsIntoAQuotedBody() {
        assertThat(problems("""
                create function area() returns text as
                'begin
                    return ''it''''s'' ''x'';
                end' language plpgsql;""")).containsExactly("4:24 syntax error at or near \"'x'\"");
    }

    @Test
    void pointsAtTheStatementWhereTheBodyIsWrittenWithEscapes() {
        assertThat(problems("select 1;\n do E'begin\\n retrun;\\nend';"))
                .containsExactly("3:2 syntax error at or near \"retrun\"");
    }

    @Test
    void pointsIntoADoBlock() {
        assertThat(problems("do $$ begin\n  select 1 fro m x;\nend $$;"))
                .containsExactly("3:16 syntax error at or near \"m\"");
    }

    @Test
    void pointsAtTheLineWherePostgresNamesOnlyThat() {
        assertThat(problems("do $$\nbegin\n  perform 1;\n  raise notice '% %', 1;\nend $$;"))
                .containsExactly("5:3 too few parameters specified for RAISE");
    }

    @Test
    void passesOnTheHint() {
        assertThat(grammar.check(Corpus.section(
                        "create function f() returns setof int language plpgsql as $$ begin return 1; end $$;")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message()).isEqualTo("RETURN cannot have a parameter in function returning set");
                    assertThat(problem.hint()).isEqualTo(Optional.of("Use RETURN NEXT or RETURN QUERY."));
                });
    }

    @Test
    void leavesOtherLanguagesAlone() {
        assertThat(problems("""
                do language plpython3u $$ x = { $$;
                do $$ x = { $$ language plpython3u;
                create function f() returns int language sql as $$ retrun $$;
                create function g() returns int language c as 'retrun', 'x';
                create function h() returns int language sql begin atomic select 1; end;
                create function i() returns int language sql return 1;
                create function j() returns int language plpgsql;""")).isEmpty();
    }

    @Test
    void doesNotTakeAStringForALanguage() {
        assertThat(problems("""
                create function f() returns text language sql
                as $$ select '"defname":"language","arg":{"String":{"sval":"plpgsql"}}' retrun $$;""")).isEmpty();
    }

    @Test
    void leavesFieldsOfRowsToTheServer() {
        assertThat(problems("""
                do $$
                declare
                    row plot%rowtype;
                    place plot.place%type;
                begin
                    row.name := 'x';
                    place.x := 1;
                end $$;""")).isEmpty();
    }

    @Test
    void readsOnBehindFieldsOfRows() {
        assertThat(problems("do $$\ndeclare row plot%rowtype;\nbegin\n  row.name := 'x'; retrun;\nend $$;"))
                .containsExactly("5:20 syntax error at or near \"retrun\"");
    }

    private List<String> problems(String text) {
        return grammar.check(Corpus.section(text)).stream()
                .map(problem -> problem.position() + " " + problem.message())
                .toList();
    }
}
