package com.fataplus.migrations.postgres.grammar;

import java.util.function.Function;
import run.endive.runtime.CompiledModule;
import run.endive.runtime.Instance;
import run.endive.runtime.InterpreterMachine;
import run.endive.runtime.Machine;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;

/** The parser as it was published, neither rewritten nor compiled: slow, and right by definition. */
final class PublishedModule implements CompiledModule {
    private final WasmModule module = Parser.parse(Corpus.bytes("libpg-query.wasm"));

    @Override
    public WasmModule wasmModule() {
        return module;
    }

    @Override
    public Function<Instance, Machine> machineFactory() {
        return InterpreterMachine::new;
    }
}
