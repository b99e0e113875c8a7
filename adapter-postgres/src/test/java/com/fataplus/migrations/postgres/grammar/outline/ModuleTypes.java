package com.fataplus.migrations.postgres.grammar.outline;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;

/** Which function has which type; imported functions come first in the numbering. */
final class ModuleTypes {
    private final WasmModule module;
    private final List<Integer> typeOfFunction;
    private final int imports;

    ModuleTypes(WasmModule module) {
        this.module = module;
        List<Integer> imported = module.importSection().stream()
                .filter(FunctionImport.class::isInstance)
                .map(FunctionImport.class::cast)
                .map(FunctionImport::typeIndex)
                .toList();
        this.imports = imported.size();
        this.typeOfFunction = Stream.concat(
                        imported.stream(),
                        IntStream.range(0, module.functionSection().functionCount())
                                .mapToObj(module.functionSection()::getFunctionType))
                .toList();
    }

    /** How many functions there are, imported ones included. */
    int functions() {
        return typeOfFunction.size();
    }

    /** The type of a function that the module defines, counted without the imported ones. */
    FunctionType ofDefined(int index) {
        return type(typeOfFunction.get(imports + index));
    }

    int riseOfCall(int function) {
        return rise(type(typeOfFunction.get(function)));
    }

    /** The index in the table is an operand too. */
    int riseOfIndirectCall(int type) {
        return rise(type(type)) - 1;
    }

    /** The number that a type gets which is added. */
    int next() {
        return module.typeSection().typeCount();
    }

    private FunctionType type(int index) {
        return module.typeSection().getType(index);
    }

    private static int rise(FunctionType type) {
        return type.returns().size() - type.params().size();
    }
}
