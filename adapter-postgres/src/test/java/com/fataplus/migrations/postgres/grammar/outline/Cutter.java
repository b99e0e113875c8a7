package com.fataplus.migrations.postgres.grammar.outline;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes pieces out of a function's body until what stays fits. A piece is a run of neighbouring statements; a statement is as many
 * instructions as it takes until the operand stack is as it was before. Only what is small by itself becomes part of a piece, so that no
 * piece calls another and the way to any of them is short.
 */
final class Cutter {
    private final Limits limits;
    private final List<Piece> pieces;
    private final List<Node.Structured> enclosing = new ArrayList<>();

    /**
     * How large a piece may be, in bytes of the binary format.
     *
     * @param least below that, a call takes about as much room
     */
    record Limits(int least, int most) {}

    /** Pieces are added to {@code pieces} and called by their index there. */
    Cutter(Limits limits, List<Piece> pieces) {
        this.limits = limits;
        this.pieces = pieces;
    }

    /** The same nodes with calls in place of pieces. */
    List<Node> cut(List<Node> nodes) {
        List<Node> cut = new ArrayList<>();
        List<Node> run = new ArrayList<>();
        for (List<Node> statement : statements(nodes)) {
            int size = Node.sizeOf(statement);
            boolean movable = size <= limits.most() && isComplete(statement);
            if (!movable || Node.sizeOf(run) + size > limits.most()) {
                cut.addAll(outlined(run));
                run.clear();
            }
            if (movable) {
                run.addAll(statement);
            } else {
                statement.forEach(node -> cut.add(cutInside(node)));
            }
        }
        cut.addAll(outlined(run));
        return cut;
    }

    private static boolean isComplete(List<Node> statement) {
        return statement.getLast().endsFlow()
                || statement.stream().mapToInt(Node::rise).sum() == 0;
    }

    /** A value may be left by the last one; nobody comes to what follows an end of the flow, so that is left out. */
    private static List<List<Node>> statements(List<Node> nodes) {
        List<List<Node>> statements = new ArrayList<>();
        List<Node> statement = new ArrayList<>();
        int height = 0;
        for (Node node : nodes) {
            statement.add(node);
            height += node.rise();
            if (height == 0 || node.endsFlow()) {
                statements.add(statement);
                statement = new ArrayList<>();
            }
            if (node.endsFlow()) {
                break;
            }
        }
        if (!statement.isEmpty()) {
            statements.add(statement);
        }
        return statements;
    }

    private Node cutInside(Node node) {
        if (node instanceof Node.Structured structured && node.size() > limits.most()) {
            enclosing.addLast(structured);
            Node smaller = structured.with(cut(structured.body()), cut(structured.otherwise()));
            enclosing.removeLast();
            return smaller;
        }
        return node;
    }

    private List<Node> outlined(List<Node> run) {
        int size = Node.sizeOf(run);
        if (size < limits.least()) {
            return List.copyOf(run);
        }
        Exits exits = Exits.of(run);
        if (exits.labels().stream().anyMatch(this::takesValue)) {
            return List.copyOf(run);
        }
        List<Node> call = Piece.call(pieces.size(), run, exits);
        if (Node.sizeOf(call) >= size) {
            return List.copyOf(run);
        }
        pieces.add(Piece.of(run, exits));
        return call;
    }

    /** The label beyond all enclosing nodes is the body's own block, which takes none. */
    private boolean takesValue(int label) {
        return label < enclosing.size()
                && enclosing.get(enclosing.size() - 1 - label).labelTakesValue();
    }
}
