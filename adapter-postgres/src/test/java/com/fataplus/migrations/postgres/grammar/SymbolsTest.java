package com.fataplus.migrations.postgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import run.endive.runtime.Memory;

/** What {@link Symbols} says of this release cannot be looked up, only found out. */
class SymbolsTest {
    private static final String MESSAGE = "syntax error at or near \"selct\"";
    private static final int STATIC_DATA_END = 1 << 20;
    private static final int ERROR = 21; // elog.h
    private static final int FILE_NAME = 8;
    private static final int MESSAGE_OFFSET = 32;

    @Test
    void theErrorRecordIsWhereWeReadIt() {
        LibPgQuery parser = LibPgQuery.start();
        parser.parse("selct 1");
        Memory memory = parser.memory();

        assertThat(IntStream.iterate(0, address -> address < STATIC_DATA_END, address -> address + 4)
                        .filter(address -> memory.readInt(address) == ERROR)
                        .filter(address -> textAt(memory, address + FILE_NAME).equals("scan.l"))
                        .filter(address ->
                                textAt(memory, address + MESSAGE_OFFSET).equals(MESSAGE)))
                .containsExactly(Symbols.ERROR_DATA);
    }

    @Test
    void theRecordHasWhatLibPgQueryDoesNotPassOn() {
        LibPgQuery parser = LibPgQuery.start();

        assertThat(parser.parse("select 1 limit 1, 2")).isInstanceOfSatisfying(Answer.Refusal.class, refusal -> {
            assertThat(refusal.data().sqlState()).isEqualTo("42601");
            assertThat(refusal.data().cursor()).isEqualTo(10);
            assertThat(refusal.data().hint()).contains("Use separate LIMIT and OFFSET clauses.");
        });
    }

    private static String textAt(Memory memory, int pointer) {
        int address = memory.readInt(pointer);
        boolean points = address > 0 && address < memory.pages() * Memory.PAGE_SIZE;
        return points ? memory.readCString(address, StandardCharsets.ISO_8859_1) : "";
    }
}
