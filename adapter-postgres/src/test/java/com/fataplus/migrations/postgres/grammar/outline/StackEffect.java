package com.fataplus.migrations.postgres.grammar.outline;

import java.util.Set;
import run.endive.wasm.types.OpCode;

/** By how much an instruction raises the operand stack. */
final class StackEffect {
    private static final Set<String> OF_ONE_OPERAND = Set.of(
            "EQZ",
            "CLZ",
            "CTZ",
            "POPCNT",
            "ABS",
            "NEG",
            "CEIL",
            "FLOOR",
            "NEAREST",
            "SQRT",
            "WRAP",
            "TRUNC",
            "CONVERT",
            "DEMOTE",
            "PROMOTE",
            "REINTERPRET",
            "EXTEND");
    private static final Set<String> OF_TWO_OPERANDS = Set.of(
            "ADD",
            "SUB",
            "MUL",
            "DIV",
            "REM",
            "AND",
            "OR",
            "XOR",
            "SHL",
            "SHR",
            "ROTL",
            "ROTR",
            "MIN",
            "MAX",
            "COPYSIGN",
            "EQ",
            "NE",
            "LT",
            "GT",
            "LE",
            "GE");

    private StackEffect() {}

    /** For instructions that neither branch nor call nor enclose others; a new one has to be added here. */
    static int of(OpCode opcode) {
        return switch (opcode) {
            case NOP, MEMORY_GROW -> 0;
            case DROP, GLOBAL_SET -> -1;
            case SELECT -> -2;
            case GLOBAL_GET, MEMORY_SIZE -> 1;
            case MEMORY_COPY, MEMORY_FILL -> -3;
            default -> ofNumeric(opcode.name());
        };
    }

    /** By the words of the name: {@code I32_LOAD8_U}, {@code I64_EXTEND_I32_S}, {@code F64_ADD} ... */
    private static int ofNumeric(String name) {
        String[] words = name.split("_", -1);
        if (words.length > 1 && words[0].matches("[IF](32|64)")) {
            String word = words[1];
            if (word.equals("CONST")) {
                return 1;
            } else if (word.matches("LOAD(8|16|32)?") || OF_ONE_OPERAND.contains(word)) {
                return 0;
            } else if (word.matches("STORE(8|16|32)?")) {
                return -2;
            } else if (OF_TWO_OPERANDS.contains(word)) {
                return -1;
            }
        }
        throw new IllegalArgumentException("not known what " + name + " does to the operand stack");
    }
}
