package com.fataplus.migrations.postgres.grammar.outline;

import java.util.Arrays;
import run.endive.wasm.types.ValType;

/** What a structured node leaves on the operand stack, which is also what a local can hold. */
enum ResultType {
    NONE(0x40, 0, 0, 0, 0),
    I32(0x7f, 0x28, 0x36, 2, 1),
    I64(0x7e, 0x29, 0x37, 3, 2),
    F32(0x7d, 0x2a, 0x38, 2, 3),
    F64(0x7c, 0x2b, 0x39, 3, 4);

    /** The byte that stands for it in the binary format. */
    final int code;

    /** The instruction that reads one from memory. */
    final int load;

    /** The instruction that writes one to memory. */
    final int store;

    /** The alignment of one in memory, as a power of two. */
    final int alignment;

    /** Which of the locals that put values aside takes one; they come after the one with the frame's address. */
    final int aside;

    ResultType(int code, int load, int store, int alignment, int aside) {
        this.code = code;
        this.load = load;
        this.store = store;
        this.alignment = alignment;
        this.aside = aside;
    }

    static ResultType of(ValType type) {
        return ofCode(type.opcode());
    }

    static ResultType ofCode(int code) {
        return Arrays.stream(values())
                .filter(type -> type.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no number type: 0x" + Integer.toHexString(code)));
    }
}
