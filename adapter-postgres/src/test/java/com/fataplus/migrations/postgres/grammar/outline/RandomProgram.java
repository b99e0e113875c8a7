package com.fataplus.migrations.postgres.grammar.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import run.endive.wasm.WasmWriter;
import run.endive.wasm.types.SectionId;

/**
 * A module with one function, from two numbers to one, that computes something pointless with blocks, loops, branches, locals of all types
 * and memory. It always ends: its loops share a supply of turns.
 */
final class RandomProgram {
    static final int STACK_TOP = 0x10000;

    private static final int PARAMETERS = 2;
    private static final int NUMBERS = 5; // locals 0 to 4 are i32, the parameters among them
    private static final int TURNS_LEFT = 5;
    private static final int LONG = 6;
    private static final int DOUBLE = 7;
    private static final int DEEPEST = 6;

    private static final int I32_EQZ = 0x45;
    private static final int I32_LE_S = 0x4c;
    private static final int I32_AND = 0x71;
    private static final int I32_LOAD = 0x28;
    private static final int I32_STORE = 0x36;
    private static final int I64_ADD = 0x7c;
    private static final int F64_ADD = 0xa0;
    private static final int F64_CONVERT_I32_S = 0xb7;
    private static final int I32_TRUNC_SAT_F64_S = 2;
    private static final int[] OPERATORS = {0x46, 0x48, 0x4a, Op.I32_ADD, Op.I32_SUB, 0x6c, I32_AND, 0x72, 0x73, 0x74};

    private final Random random;
    private final Binary code = new Binary();

    /** What the labels around take along, innermost last. */
    private final List<ResultType> labels = new ArrayList<>(List.of(ResultType.NONE));

    private RandomProgram(Random random) {
        this.random = random;
    }

    static byte[] module(long seed) {
        RandomProgram program = new RandomProgram(new Random(seed));
        program.code.write(3, 4, ResultType.I32.code, 1, ResultType.I64.code, 1, ResultType.F64.code);
        program.code.write(Op.I32_CONST).signed(200).write(Op.LOCAL_SET, TURNS_LEFT);
        program.code.write(Op.BLOCK, ResultType.NONE.code);
        program.statements(0, 12);
        program.code.write(Op.END);
        program.expression(3);
        byte[] body = program.code.write(Op.END).bytes();

        WasmWriter writer = new WasmWriter();
        writer.writeSection(SectionId.TYPE, new byte[] {1, 0x60, PARAMETERS, 0x7f, 0x7f, 1, 0x7f});
        writer.writeSection(SectionId.FUNCTION, new byte[] {1, 0});
        writer.writeSection(SectionId.MEMORY, new byte[] {1, 0, 1});
        writer.writeSection(
                SectionId.GLOBAL,
                new Binary()
                        .write(1, 0x7f, 1, Op.I32_CONST)
                        .signed(STACK_TOP)
                        .write(Op.END)
                        .bytes());
        writer.writeSection(SectionId.EXPORT, new byte[] {1, 1, 'f', 0, 0});
        writer.writeSection(
                SectionId.CODE,
                new Binary().write(1).unsigned(body.length).write(body).bytes());
        return writer.bytes();
    }

    private void statements(int depth, int most) {
        for (int count = random.nextInt(1, most); count > 0; count--) {
            statement(depth);
        }
    }

    private void statement(int depth) {
        switch (depth < DEEPEST ? random.nextInt(14) : random.nextInt(6)) {
            case 0, 1 -> {
                expression(3);
                code.write(Op.LOCAL_SET, random.nextInt(NUMBERS));
            }
            case 2 -> {
                expression(2);
                code.write(Op.LOCAL_TEE, random.nextInt(NUMBERS));
                branchIfOrDrop();
            }
            case 3 -> {
                address();
                expression(2);
                code.write(I32_STORE, 2, 0);
            }
            case 4 -> {
                code.write(Op.LOCAL_GET, LONG);
                expression(1);
                code.write(Op.I64_EXTEND_I32_S, I64_ADD, Op.LOCAL_SET, LONG);
            }
            case 5 -> {
                code.write(Op.LOCAL_GET, DOUBLE);
                expression(1);
                code.write(F64_CONVERT_I32_S, F64_ADD, Op.LOCAL_SET, DOUBLE);
            }
            case 6, 7 -> branching(depth);
            case 8, 9 -> block(depth);
            case 10 -> loop(depth);
            case 11 -> blockWithValue(depth);
            default -> {
                expression(2);
                code.write(Op.IF, ResultType.NONE.code);
                inside(ResultType.NONE, () -> statements(depth + 1, 6));
                if (random.nextBoolean()) {
                    code.write(Op.ELSE);
                    inside(ResultType.NONE, () -> statements(depth + 1, 6));
                }
                code.write(Op.END);
            }
        }
    }

    private void block(int depth) {
        code.write(Op.BLOCK, ResultType.NONE.code);
        inside(ResultType.NONE, () -> statements(depth + 1, 8));
        code.write(Op.END);
    }

    private void loop(int depth) {
        code.write(Op.BLOCK, ResultType.NONE.code, Op.LOOP, ResultType.NONE.code);
        code.write(Op.LOCAL_GET, TURNS_LEFT, Op.I32_CONST, 1, Op.I32_SUB, Op.LOCAL_TEE, TURNS_LEFT);
        code.write(Op.I32_CONST, 0, I32_LE_S, Op.BR_IF, 1);
        inside(ResultType.NONE, () -> inside(ResultType.NONE, () -> statements(depth + 1, 6)));
        code.write(Op.END, Op.END);
    }

    private void blockWithValue(int depth) {
        code.write(Op.BLOCK, ResultType.I32.code);
        inside(ResultType.I32, () -> {
            statements(depth + 1, 4);
            expression(2);
        });
        code.write(Op.END, Op.LOCAL_SET, random.nextInt(NUMBERS));
    }

    /** A branch or a return behind an if, so that something follows that is reached. */
    private void branching(int depth) {
        expression(1);
        code.write(Op.IF, ResultType.NONE.code);
        inside(ResultType.NONE, () -> {
            if (random.nextInt(4) == 0) {
                statements(depth + 1, 3);
            }
            switch (random.nextInt(5)) {
                case 0 -> {
                    expression(2);
                    code.write(Op.RETURN);
                }
                case 1 -> {
                    expression(1);
                    code.write(I32_AND_7).write(Op.BR_TABLE, 3);
                    for (int label = 0; label < 4; label++) {
                        code.unsigned(labelWithout(ResultType.I32));
                    }
                }
                default -> branch();
            }
        });
        code.write(Op.END);
    }

    private static final byte[] I32_AND_7 = {Op.I32_CONST, 7, I32_AND};

    private void branch() {
        int label = random.nextInt(labels.size());
        if (taken(label) == ResultType.I32) {
            expression(1);
        }
        code.write(Op.BR).unsigned(label);
    }

    private void branchIfOrDrop() {
        if (random.nextBoolean()) {
            code.write(I32_EQZ, Op.BR_IF).unsigned(labelWithout(ResultType.I32));
        } else {
            code.write(Op.DROP);
        }
    }

    private int labelWithout(ResultType type) {
        return random.ints(0, labels.size())
                .filter(label -> taken(label) != type)
                .findFirst()
                .orElseThrow();
    }

    private ResultType taken(int label) {
        return labels.get(labels.size() - 1 - label);
    }

    private void inside(ResultType label, Runnable contents) {
        labels.addLast(label);
        contents.run();
        labels.removeLast();
    }

    private void address() {
        expression(1);
        code.write(Op.I32_CONST).signed(0x0ffc).write(I32_AND);
    }

    private void expression(int depth) {
        switch (depth == 0 ? random.nextInt(2) : random.nextInt(7)) {
            case 0 -> code.write(Op.I32_CONST).signed(random.nextInt(-100, 1000));
            case 1 -> code.write(Op.LOCAL_GET, random.nextInt(NUMBERS));
            case 2 -> {
                address();
                code.write(I32_LOAD, 2, 0);
            }
            case 3 -> {
                expression(depth - 1);
                code.write(Op.LOCAL_TEE, random.nextInt(NUMBERS));
            }
            case 4 -> code.write(Op.LOCAL_GET, LONG, Op.I32_WRAP_I64);
            case 5 -> code.write(Op.LOCAL_GET, DOUBLE, Op.PREFIX, I32_TRUNC_SAT_F64_S);
            default -> {
                expression(depth - 1);
                expression(depth - 1);
                code.write(OPERATORS[random.nextInt(OPERATORS.length)]);
            }
        }
    }
}
