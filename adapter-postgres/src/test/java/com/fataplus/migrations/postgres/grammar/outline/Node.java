package com.fataplus.migrations.postgres.grammar.outline;

import java.nio.ByteBuffer;
import java.util.List;

/** A part of a function's body: an instruction, or a structured one with what it encloses. */
sealed interface Node {
    /** Its length in the binary format, about; locals and labels count two bytes. */
    int size();

    /** By how much the operand stack is higher after it than before. */
    int rise();

    /** True where control never goes on with the next node. */
    default boolean endsFlow() {
        return false;
    }

    /** An instruction that touches neither locals nor labels, as its bytes in the module. */
    record Plain(ByteBuffer code, int rise) implements Node {
        @Override
        public int size() {
            return code.remaining();
        }
    }

    /** Traps. */
    record Unreachable() implements Node {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public int rise() {
            return 0;
        }

        @Override
        public boolean endsFlow() {
            return true;
        }
    }

    /** Leaves the function. */
    record Return() implements Node {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public int rise() {
            return 0;
        }

        @Override
        public boolean endsFlow() {
            return true;
        }
    }

    /** Reads or writes a local. */
    record Local(Access access, int index) implements Node {
        enum Access {
            GET(1),
            SET(-1),
            TEE(0);

            private final int rise;

            Access(int rise) {
                this.rise = rise;
            }
        }

        @Override
        public int size() {
            return 2;
        }

        @Override
        public int rise() {
            return access.rise;
        }
    }

    /** Goes to the label; 0 is the innermost structured node around. */
    record Branch(int label) implements Node {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public int rise() {
            return 0;
        }

        @Override
        public boolean endsFlow() {
            return true;
        }
    }

    /** Goes to the label if the operand is not 0. */
    record BranchIf(int label) implements Node {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public int rise() {
            return -1;
        }
    }

    /** Goes to the label that the operand selects, to the last one if there are not so many. */
    record BranchTable(List<Integer> labels) implements Node {
        public BranchTable {
            labels = List.copyOf(labels);
        }

        @Override
        public int size() {
            return 1 + 2 * labels.size();
        }

        @Override
        public int rise() {
            return -1;
        }

        @Override
        public boolean endsFlow() {
            return true;
        }
    }

    /** Calls a piece that was taken out of this function; it answers with the number of the exit it took. */
    record CallPiece(int piece) implements Node {
        @Override
        public int size() {
            return 5;
        }

        @Override
        public int rise() {
            return 1;
        }
    }

    /** A constant. */
    record Constant(int value) implements Node {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public int rise() {
            return 1;
        }
    }

    /** A structured node: a branch to its label leaves a block and repeats a loop. */
    record Structured(Kind kind, ResultType type, List<Node> body, List<Node> otherwise, int size) implements Node {
        enum Kind {
            BLOCK,
            LOOP,
            IF
        }

        public Structured {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }

        static Structured of(Kind kind, ResultType type, List<Node> body, List<Node> otherwise) {
            return new Structured(kind, type, body, otherwise, 4 + sizeOf(body) + sizeOf(otherwise));
        }

        static Structured block(List<Node> body) {
            return of(Kind.BLOCK, ResultType.NONE, body, List.of());
        }

        /** The same with other contents. */
        Structured with(List<Node> newBody, List<Node> newOtherwise) {
            return of(kind, type, newBody, newOtherwise);
        }

        /** True where a branch to its label carries a value along. */
        boolean labelTakesValue() {
            return kind != Kind.LOOP && type != ResultType.NONE;
        }

        @Override
        public int rise() {
            int operands = kind == Kind.IF ? 1 : 0;
            int results = type == ResultType.NONE ? 0 : 1;
            return results - operands;
        }
    }

    /** The size of nodes in a row. */
    static int sizeOf(List<Node> nodes) {
        return nodes.stream().mapToInt(Node::size).sum();
    }
}
