package com.fataplus.migrations.postgres.grammar.outline;

import com.fataplus.migrations.postgres.grammar.outline.Node.Local.Access;
import com.fataplus.migrations.postgres.grammar.outline.Node.Structured.Kind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.OpCode;

/** Turns the flat list of a function's instructions into a tree. */
final class BodyReader {
    private final ModuleTypes types;
    private final byte[] module;
    private final List<AnnotatedInstruction> instructions;
    private int next;

    private BodyReader(ModuleTypes types, byte[] module, FunctionBody body) {
        this.types = types;
        this.module = module;
        this.instructions = body.instructions();
    }

    static List<Node> read(ModuleTypes types, byte[] module, FunctionBody body) {
        return new BodyReader(types, module, body).sequence();
    }

    /** Up to the END or ELSE that closes it, which stays unread. */
    private List<Node> sequence() {
        List<Node> nodes = new ArrayList<>();
        while (!at(OpCode.END) && !at(OpCode.ELSE)) {
            nodes.add(node(instructions.get(next++)));
        }
        return nodes;
    }

    private Node node(AnnotatedInstruction instruction) {
        return switch (instruction.opcode()) {
            case BLOCK -> structured(Kind.BLOCK, instruction);
            case LOOP -> structured(Kind.LOOP, instruction);
            case IF -> structured(Kind.IF, instruction);
            case BR -> new Node.Branch((int) instruction.operand(0));
            case BR_IF -> new Node.BranchIf((int) instruction.operand(0));
            case BR_TABLE ->
                new Node.BranchTable(LongStream.of(instruction.operands())
                        .mapToObj(label -> (int) label)
                        .toList());
            case RETURN -> new Node.Return();
            case UNREACHABLE -> new Node.Unreachable();
            case LOCAL_GET -> new Node.Local(Access.GET, (int) instruction.operand(0));
            case LOCAL_SET -> new Node.Local(Access.SET, (int) instruction.operand(0));
            case LOCAL_TEE -> new Node.Local(Access.TEE, (int) instruction.operand(0));
            case CALL -> plain(instruction, types.riseOfCall((int) instruction.operand(0)));
            case CALL_INDIRECT -> plain(instruction, types.riseOfIndirectCall((int) instruction.operand(0)));
            default -> plain(instruction, StackEffect.of(instruction.opcode()));
        };
    }

    private Node structured(Kind kind, AnnotatedInstruction instruction) {
        ResultType type = ResultType.ofCode((int) instruction.operand(0));
        List<Node> body = sequence();
        List<Node> otherwise = List.of();
        if (at(OpCode.ELSE)) {
            next++;
            otherwise = sequence();
        }
        next++;
        return Node.Structured.of(kind, type, body, otherwise);
    }

    /** Its bytes go up to where the next instruction begins; there is one, as END closes every body. */
    private Node plain(AnnotatedInstruction instruction, int rise) {
        int end = instructions.get(next).address();
        ByteBuffer code = ByteBuffer.wrap(module, instruction.address(), end - instruction.address());
        return new Node.Plain(code.slice().asReadOnlyBuffer(), rise);
    }

    private boolean at(OpCode opcode) {
        return instructions.get(next).opcode() == opcode;
    }
}
