package com.fataplus.migrations.postgres.grammar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntFunction;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.CompiledModule;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.MemoryLimits;

/** One running instance of libpg_query, with a memory of its own. Not for two threads at once. */
final class LibPgQuery {
    /** 40 MiB, of which 32 are the C program's stack, and half a gigabyte where a statement needs it. */
    private static final MemoryLimits MEMORY = new MemoryLimits(640, 8192);

    // struct PgQueryParseResult: the tree, what was written to stderr, the error.
    private static final int RESULT_TREE = 0;
    private static final int RESULT_ERROR = 8;
    // struct PgQueryError: message, function, file and line of PostgreSQL's source, cursor.
    private static final int ERROR_MESSAGE = 0;
    private static final int ERROR_CURSOR = 16;

    /** The far end of the stack, never written to unless the stack runs over, into the program's data. */
    private static final byte[] UNTOUCHED = new byte[16 << 10];

    private final HostFunctions host = new HostFunctions();
    private final Instance instance;
    private final int stackEnd;

    /** The module that our build compiled. */
    static LibPgQuery start() {
        return new LibPgQuery(new LibPgQueryModule());
    }

    LibPgQuery(CompiledModule module) {
        this(module, MEMORY);
    }

    LibPgQuery(CompiledModule module, MemoryLimits memory) {
        this.instance = Instance.builder(module.wasmModule())
                .withImportValues(host.forModule(module.wasmModule()))
                .withMachineFactory(module.machineFactory())
                .withMemoryFactory(ByteArrayMemory::new)
                .withMemoryLimits(memory)
                .build();
        instance.export(Symbols.INITIALIZE).apply();
        this.stackEnd = (int) instance.export(Symbols.STACK_SAVE).apply()[0] - Symbols.STACK_BYTES;
    }

    /** True while it takes no more memory than a new one. */
    boolean isSmall() {
        return host.growth() == HostFunctions.Growth.ENOUGH;
    }

    /** Reads SQL, one statement or several. */
    Answer parse(String sql) {
        return answer(sql, text -> {
            int result = call(Symbols.PARSE, text);
            int error = memory().readInt(result + RESULT_ERROR);
            Answer answer = error == 0
                    ? new Answer.Tree(string(memory().readInt(result + RESULT_TREE)))
                    : new Answer.Refusal(errorData(
                            string(memory().readInt(error + ERROR_MESSAGE)), memory().readInt(error + ERROR_CURSOR)));
            instance.export(Symbols.FREE_PARSE_RESULT).apply(result);
            return answer;
        });
    }

    /** Reads the bodies of functions and DO blocks, all of which have to be in PL/pgSQL. */
    Answer parsePlPgSql(String sql) {
        return answer(sql, text -> {
            int result = call(Symbols.PARSE_PLPGSQL, text);
            String said = string(result);
            instance.export(Symbols.FREE_STRING).apply(result);
            return said.startsWith("{") ? new Answer.Tree(said) : new Answer.Refusal(errorData(said, 0));
        });
    }

    private Answer answer(String sql, IntFunction<Answer> question) {
        if (sql.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("C would not read beyond the zero byte");
        }
        try {
            byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
            int text = call(Symbols.MALLOC, bytes.length + 1);
            if (text == 0) {
                return tooLarge();
            }
            memory().write(text, Arrays.copyOf(bytes, bytes.length + 1)); // ends in a zero byte, as C wants it
            Answer answer = question.apply(text);
            instance.export(Symbols.FREE).apply(text);
            if (host.growth() == HostFunctions.Growth.REFUSED) {
                return tooLarge();
            }
            return stackRanOver() ? tooDeep() : answer;
        } catch (StackOverflowError e) {
            return tooDeep();
        } catch (WasmEngineException e) {
            return e.getCause() instanceof StackOverflowError || stackRanOver()
                    ? tooDeep()
                    : new Answer.GaveUp("the parser broke off: " + e.getMessage());
        }
    }

    private boolean stackRanOver() {
        return !Arrays.equals(memory().readBytes(stackEnd, UNTOUCHED.length), UNTOUCHED);
    }

    private static Answer tooLarge() {
        return new Answer.GaveUp("too little memory to read it");
    }

    private static Answer tooDeep() {
        return new Answer.GaveUp("it is nested too deeply");
    }

    /** PostgreSQL's record of the error, where it still is about this one. */
    private ErrorData errorData(String message, int cursor) {
        ErrorData last = ErrorData.last(memory());
        return last.message().equals(message) ? last : ErrorData.of(message, cursor);
    }

    private int call(String function, int argument) {
        return (int) instance.export(function).apply(argument)[0];
    }

    private String string(int address) {
        return memory().readCString(address, StandardCharsets.UTF_8);
    }

    Memory memory() {
        return instance.memory();
    }
}
