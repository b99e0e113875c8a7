package com.fataplus.migrations.postgres.grammar.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/**
 * Where the locals of an outlined function live, so that its pieces share them: in linear memory, on the stack of the C program. Each
 * activation has its own, and a longjmp, which resets the stack pointer, gives up those it skips.
 *
 * @param parameters how many of the locals are the function's parameters
 * @param locals the types of all, parameters first
 * @param result what the function returns
 */
record Frame(int parameters, List<ResultType> locals, ResultType result) {
    private static final int SLOT = 8;
    private static final int STACK_ALIGNMENT = 16;

    Frame {
        locals = List.copyOf(locals);
    }

    static Frame of(FunctionType type, FunctionBody body) {
        List<ResultType> locals = new ArrayList<>();
        Stream.of(type.params(), body.localTypes())
                .flatMap(List<ValType>::stream)
                .map(ResultType::of)
                .forEach(locals::add);
        List<ResultType> results = type.returns().stream().map(ResultType::of).toList();
        if (results.size() > 1) {
            throw new IllegalArgumentException("a function of the C language returns one value, not " + results);
        }
        // What the function returns is kept in a local of its own until it is left.
        locals.addAll(results);
        return new Frame(type.params().size(), locals, results.isEmpty() ? ResultType.NONE : results.getFirst());
    }

    /** The local that takes what the function returns, where it returns something. */
    int resultLocal() {
        return locals.size() - 1;
    }

    int offset(int local) {
        return SLOT * local;
    }

    /** In bytes. */
    int size() {
        int used = SLOT * locals.size();
        return (used + STACK_ALIGNMENT - 1) / STACK_ALIGNMENT * STACK_ALIGNMENT;
    }
}
