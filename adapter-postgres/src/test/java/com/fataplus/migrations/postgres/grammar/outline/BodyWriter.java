package com.fataplus.migrations.postgres.grammar.outline;

import com.fataplus.migrations.postgres.grammar.outline.Node.Structured.Kind;
import java.util.List;

/** Writes the body of an outlined function or of a piece in the binary format, with its locals in the frame. */
final class BodyWriter {
    private static final int STACK_POINTER = 0; // the first global of what LLVM links

    /**
     * The type of pieces: from the frame's address to the number of the exit. The address is wider than it has to be so that no other
     * function has this type; the JVM code for indirect calls grows with each function of the called type.
     */
    static final byte[] PIECE_TYPE = {0x60, 1, (byte) ResultType.I64.code, 1, (byte) ResultType.I32.code};

    private final Frame frame;
    private final int firstPiece;
    private final int frameAddress;
    private final Binary code = new Binary();

    /** The local that holds the frame's address comes first, one of each type to put a value aside come after it. */
    private BodyWriter(Frame frame, int firstPiece, int frameAddress) {
        this.frame = frame;
        this.firstPiece = firstPiece;
        this.frameAddress = frameAddress;
    }

    static byte[] piece(Piece piece, Frame frame, int firstPiece) {
        BodyWriter writer = new BodyWriter(frame, firstPiece, 1);
        writer.declareLocals();
        writer.code.write(Op.LOCAL_GET, 0, Op.I32_WRAP_I64, Op.LOCAL_SET).unsigned(writer.frameAddress);
        writer.write(piece.body());
        writer.code.write(Op.END);
        return writer.code.bytes();
    }

    /** Makes the frame, runs the block and gives the frame back. */
    static byte[] function(List<Node> block, Frame frame, int firstPiece) {
        BodyWriter writer = new BodyWriter(frame, firstPiece, frame.parameters());
        writer.declareLocals();
        writer.enter();
        writer.write(Node.Structured.block(block));
        writer.leave();
        writer.code.write(Op.END);
        return writer.code.bytes();
    }

    private void declareLocals() {
        code.write(4, 2, ResultType.I32.code, 1, ResultType.I64.code, 1, ResultType.F32.code, 1, ResultType.F64.code);
    }

    private void enter() {
        code.write(Op.GLOBAL_GET, STACK_POINTER, Op.I32_CONST).signed(frame.size());
        code.write(Op.I32_SUB, Op.LOCAL_TEE).unsigned(frameAddress);
        code.write(Op.GLOBAL_SET, STACK_POINTER);
        // Locals begin as zero.
        code.write(Op.LOCAL_GET).unsigned(frameAddress);
        code.write(Op.I32_CONST, 0, Op.I32_CONST).signed(frame.size());
        code.write(Op.PREFIX, Op.MEMORY_FILL, 0);
        for (int parameter = 0; parameter < frame.parameters(); parameter++) {
            code.write(Op.LOCAL_GET).unsigned(frameAddress).write(Op.LOCAL_GET).unsigned(parameter);
            store(parameter);
        }
    }

    private void leave() {
        code.write(Op.LOCAL_GET).unsigned(frameAddress).write(Op.I32_CONST).signed(frame.size());
        code.write(Op.I32_ADD, Op.GLOBAL_SET, STACK_POINTER);
        if (frame.result() != ResultType.NONE) {
            load(frame.resultLocal());
        }
    }

    private void write(List<Node> nodes) {
        nodes.forEach(this::write);
    }

    private void write(Node node) {
        switch (node) {
            case Node.Plain plain -> code.write(plain.code());
            case Node.Unreachable ignored -> code.write(Op.UNREACHABLE);
            case Node.Return ignored -> code.write(Op.RETURN);
            case Node.Constant constant -> code.write(Op.I32_CONST).signed(constant.value());
            case Node.Branch branch -> code.write(Op.BR).unsigned(branch.label());
            case Node.BranchIf branch -> code.write(Op.BR_IF).unsigned(branch.label());
            case Node.BranchTable branch -> {
                code.write(Op.BR_TABLE).unsigned(branch.labels().size() - 1);
                branch.labels().forEach(code::unsigned);
            }
            case Node.CallPiece call ->
                code.write(Op.LOCAL_GET)
                        .unsigned(frameAddress)
                        .write(Op.I64_EXTEND_I32_S, Op.CALL)
                        .unsigned(firstPiece + call.piece());
            case Node.Local local -> write(local);
            case Node.Structured structured -> write(structured);
        }
    }

    private void write(Node.Local local) {
        switch (local.access()) {
            case GET -> load(local.index());
            case SET -> storeTop(local.index());
            case TEE -> {
                storeTop(local.index());
                code.write(Op.LOCAL_GET).unsigned(aside(local.index()));
            }
        }
    }

    private void write(Node.Structured structured) {
        int opcode = switch (structured.kind()) {
            case BLOCK -> Op.BLOCK;
            case LOOP -> Op.LOOP;
            case IF -> Op.IF;
        };
        code.write(opcode, structured.type().code);
        write(structured.body());
        if (structured.kind() == Kind.IF && !structured.otherwise().isEmpty()) {
            code.write(Op.ELSE);
            write(structured.otherwise());
        }
        code.write(Op.END);
    }

    private void load(int local) {
        ResultType type = frame.locals().get(local);
        code.write(Op.LOCAL_GET).unsigned(frameAddress);
        code.write(type.load, type.alignment).unsigned(frame.offset(local));
    }

    /** The address has to be below the value on the operand stack, so the value steps aside. */
    private void storeTop(int local) {
        code.write(Op.LOCAL_SET).unsigned(aside(local));
        code.write(Op.LOCAL_GET).unsigned(frameAddress);
        code.write(Op.LOCAL_GET).unsigned(aside(local));
        store(local);
    }

    private void store(int local) {
        ResultType type = frame.locals().get(local);
        code.write(type.store, type.alignment).unsigned(frame.offset(local));
    }

    private int aside(int local) {
        return frameAddress + frame.locals().get(local).aside;
    }
}
