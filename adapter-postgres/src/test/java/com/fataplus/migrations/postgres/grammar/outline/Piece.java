package com.fataplus.migrations.postgres.grammar.outline;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A function made of a run of nodes. It takes the address of the frame and returns 0 where control came to the end of the run, else the
 * number of the exit it took, counted from 1.
 */
record Piece(List<Node> body) {
    private static final Node DROP = new Node.Plain(ByteBuffer.wrap(new byte[] {Op.DROP}), -1);

    Piece {
        body = List.copyOf(body);
    }

    static Piece of(List<Node> run, Exits exits) {
        List<Node> body = exits.renumbered(run);
        body.add(new Node.Constant(0));
        body.add(new Node.Return());
        for (int exit = 1; exit <= exits.labels().size(); exit++) {
            body = new ArrayList<>(List.of(Node.Structured.block(body), new Node.Constant(exit), new Node.Return()));
        }
        return new Piece(body);
    }

    /** What stands in place of the run: it calls the piece and goes where the run would have gone. */
    static List<Node> call(int piece, List<Node> run, Exits exits) {
        Node call = new Node.CallPiece(piece);
        return run.getLast().endsFlow() ? callForGood(call, exits.labels()) : callAndGoOn(call, exits.labels());
    }

    private static List<Node> callAndGoOn(Node call, List<Integer> exits) {
        return switch (exits.size()) {
            case 0 -> List.of(call, DROP);
            case 1 -> List.of(call, new Node.BranchIf(exits.getFirst()));
            default -> {
                List<Integer> labels = new ArrayList<>(List.of(0));
                exits.forEach(label -> labels.add(label + 1));
                yield List.of(Node.Structured.block(List.of(call, new Node.BranchTable(labels))));
            }
        };
    }

    private static List<Node> callForGood(Node call, List<Integer> exits) {
        return switch (exits.size()) {
            case 0 -> List.of(call, DROP, new Node.Unreachable());
            case 1 -> List.of(call, DROP, new Node.Branch(exits.getFirst()));
            default -> {
                List<Integer> labels = new ArrayList<>(List.of(exits.getFirst())); // nobody answers 0
                labels.addAll(exits);
                yield List.of(call, new Node.BranchTable(labels));
            }
        };
    }
}
