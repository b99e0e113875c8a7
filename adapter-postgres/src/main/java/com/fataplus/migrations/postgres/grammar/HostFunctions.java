package com.fataplus.migrations.postgres.grammar;

import java.util.Arrays;
import java.util.stream.IntStream;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;

/** What Emscripten's JavaScript does for the module in a browser: longjmp, a heap that grows, and nothing to read or write. */
final class HostFunctions {
    private static final long[] NOTHING = {};
    private static final long[] ZERO = {0};
    private static final long[] ONE = {1};

    /** Travels from a longjmp to the call it ends; always this one, so that none other is mistaken for it. */
    private final WasmEngineException longjmp = new WasmEngineException("longjmp");

    private Growth growth = Growth.ENOUGH;

    /** Whether the module got the memory it asked for. */
    enum Growth {
        /** What it began with was enough. */
        ENOUGH,
        GROWN,
        REFUSED
    }

    Growth growth() {
        return growth;
    }

    ImportValues forModule(WasmModule module) {
        ImportValues.Builder imports = ImportValues.builder();
        for (int index = 0; index < module.importSection().importCount(); index++) {
            FunctionImport wanted = (FunctionImport) module.importSection().getImport(index);
            FunctionType type = module.typeSection().getType(wanted.typeIndex());
            imports.addFunction(new HostFunction(wanted.module(), wanted.name(), type, function(wanted.name(), type)));
        }
        return imports.build();
    }

    private WasmFunctionHandle function(String name, FunctionType type) {
        if (Symbols.INVOKE.contains(name)) {
            long[] afterLongjmp = type.returns().isEmpty() ? NOTHING : ZERO;
            return (instance, arguments) -> invoke(instance, arguments, afterLongjmp);
        }
        return switch (name) {
            case Symbols.THROW_LONGJMP ->
                (instance, arguments) -> {
                    throw longjmp;
                };
            case Symbols.RESIZE_HEAP -> (instance, arguments) -> resize(instance.memory(), arguments[0]);
            case Symbols.FD_WRITE -> (instance, arguments) -> swallow(instance.memory(), arguments);
            default ->
                (instance, arguments) -> {
                    throw new WasmEngineException("it called '" + name + "', which ends the program");
                };
        };
    }

    /** Calls the function that the first argument points to; one that a longjmp ends is said to have thrown. */
    private long[] invoke(Instance instance, long[] arguments, long[] afterLongjmp) {
        long[] stack = instance.export(Symbols.STACK_SAVE).apply();
        try {
            int function = instance.table(0).requiredRef((int) arguments[0]);
            return instance.getMachine().call(function, Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (WasmEngineException e) {
            if (!e.equals(longjmp)) {
                throw e;
            }
            instance.export(Symbols.STACK_RESTORE).apply(stack);
            instance.export(Symbols.SET_THREW).apply(1, 0);
            return afterLongjmp;
        }
    }

    /** A size in bytes is wanted; answers 1 when there is as much, else 0. */
    private long[] resize(Memory memory, long size) {
        int pages = Math.toIntExact(Math.ceilDiv(size & 0xffff_ffffL, Memory.PAGE_SIZE));
        growth = grow(memory, pages - memory.pages());
        return growth == Growth.REFUSED ? ZERO : ONE;
    }

    private static Growth grow(Memory memory, int pages) {
        try {
            return memory.grow(pages) < 0 ? Growth.REFUSED : Growth.GROWN;
        } catch (OutOfMemoryError e) {
            return Growth.REFUSED; // the JVM has less than we would give
        }
    }

    /** A function's {@code #option dump} prints; nobody reads it. */
    private static long[] swallow(Memory memory, long[] arguments) {
        int vectors = (int) arguments[1];
        int length = IntStream.range(0, (int) arguments[2])
                .map(index -> memory.readInt(vectors + 8 * index + 4))
                .sum();
        memory.writeI32((int) arguments[3], length);
        return ZERO;
    }
}
