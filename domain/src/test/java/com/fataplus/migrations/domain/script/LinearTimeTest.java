package com.fataplus.migrations.domain.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.revision.RevisionId;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four times the text takes about four times the work, whatever is in it; quadratic would be sixteen times. */
class LinearTimeTest {
    private static final int CHARACTERS = 150_000;
    private static final long SUFFICIENTLY_LITTLE_NANOS = 100_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1;\n",
                "'a'\n",
                "'",
                "''",
                "\"",
                "$a",
                "$a$",
                "$a$ ",
                "(",
                "()",
                "((\n",
                "/*",
                "/* */",
                "--\n",
                "-- x\n",
                "-- migrate:up\n",
                "-- migrate:down\n",
                "-- migrate:\n",
                "\\x\n",
                "\n",
                "\r",
                " ",
                "\t\n",
                "copy a from stdin;\n",
                "copy a from stdin;\n\\.\n",
                "create function f() begin atomic ",
                "case end ",
                "1.",
                "$1",
                "E'\\",
                "U&'",
                "-- Revision: x\n",
                "-- Revises: a, b\n",
                "-- Key: value\n",
                "a,",
                "\uD83C\uDF3E",
                "begin;\n",
                "reindex (",
                ";"
            })
    void takesTimeByTheLengthOfTheText(String unit) {
        long quarter = nanos(unit.repeat(CHARACTERS / unit.length()));
        long whole = nanos(unit.repeat(4 * CHARACTERS / unit.length()));

        assertThat(whole).isLessThan(Math.max(9 * quarter, SUFFICIENTLY_LITTLE_NANOS));
    }

    /** The best of some attempts in processor time, so that neither neighbours nor a cold start count. */
    private static long nanos(String text) {
        var threads = ManagementFactory.getThreadMXBean();
        return LongStream.range(0, 5)
                .map(attempt -> {
                    long start = threads.getCurrentThreadCpuTime();
                    ScriptParser.header("file.sql", text);
                    ScriptParser.script(new RevisionId("x"), "file.sql", text);
                    ScriptParser.script(new RevisionId("x"), "file.sql", "-- migrate:up\n" + text);
                    return threads.getCurrentThreadCpuTime() - start;
                })
                .min()
                .orElseThrow();
    }
}
