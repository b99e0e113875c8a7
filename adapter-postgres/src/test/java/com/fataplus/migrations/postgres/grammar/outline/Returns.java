package com.fataplus.migrations.postgres.grammar.outline;

import com.fataplus.migrations.postgres.grammar.outline.Node.Local.Access;
import java.util.ArrayList;
import java.util.List;

/** Makes a function's body one block that is left by its end or by branches only, so that pieces of it know one kind of exit. */
final class Returns {
    private final Frame frame;

    private Returns(Frame frame) {
        this.frame = frame;
    }

    /** The contents of that block; what the function returns is in the frame's {@link Frame#resultLocal()} at the end. */
    static List<Node> asBranches(List<Node> body, Frame frame) {
        List<Node> block = new Returns(frame).rewritten(body, 0);
        if (frame.result() != ResultType.NONE && block.stream().noneMatch(Node::endsFlow)) {
            block.add(new Node.Local(Access.SET, frame.resultLocal()));
        }
        return block;
    }

    private List<Node> rewritten(List<Node> nodes, int depth) {
        List<Node> rewritten = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            switch (node) {
                case Node.Return ignored -> {
                    if (frame.result() != ResultType.NONE) {
                        rewritten.add(new Node.Local(Access.SET, frame.resultLocal()));
                    }
                    rewritten.add(new Node.Branch(depth));
                }
                case Node.Structured structured ->
                    rewritten.add(structured.with(
                            rewritten(structured.body(), depth + 1), rewritten(structured.otherwise(), depth + 1)));
                case Node.Branch branch -> rewritten.add(checked(branch, List.of(branch.label()), depth));
                case Node.BranchIf branch -> rewritten.add(checked(branch, List.of(branch.label()), depth));
                case Node.BranchTable branch -> rewritten.add(checked(branch, branch.labels(), depth));
                case Node.Plain same -> rewritten.add(same);
                case Node.Unreachable same -> rewritten.add(same);
                case Node.Local same -> rewritten.add(same);
                case Node.CallPiece same -> rewritten.add(same);
                case Node.Constant same -> rewritten.add(same);
            }
        }
        return rewritten;
    }

    /** A branch to the function's own label would carry the result along. Compilers write a return instead. */
    private Node checked(Node branch, List<Integer> labels, int depth) {
        if (frame.result() != ResultType.NONE && labels.contains(depth)) {
            throw new IllegalArgumentException("a branch that returns a value");
        }
        return branch;
    }
}
