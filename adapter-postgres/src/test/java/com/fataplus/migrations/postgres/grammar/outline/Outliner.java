package com.fataplus.migrations.postgres.grammar.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionBody;

/**
 * Makes the large functions of a C program small: runs of their statements become functions of their own, and their locals move to the
 * program's stack in memory, where all parts see them. The rest of the module stays as it is, byte for byte.
 */
public final class Outliner {
    private static final long DEEP_STACK = 256L << 20;

    private final Cutter.Limits limits;

    /**
     * Sizes are bytes of the binary format; the JVM's bytecode is about three times as large.
     *
     * @param least below that, a call in place of a piece takes about as much room
     * @param most functions beyond this size are outlined, and no piece is larger
     */
    public Outliner(int least, int most) {
        this.limits = new Cutter.Limits(least, most);
    }

    /** The module that does the same in smaller functions. */
    public byte[] outlined(byte[] module) {
        // A switch of a thousand cases is a thousand blocks, one inside the other.
        FutureTask<byte[]> work = new FutureTask<>(() -> outlinedHere(module));
        new Thread(null, work, "outliner", DEEP_STACK).start();
        try {
            return work.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("the module could not be outlined", e);
        }
    }

    private byte[] outlinedHere(byte[] module) {
        WasmModule decoded = Parser.parse(module);
        ModuleTypes types = new ModuleTypes(decoded);
        List<byte[]> bodies = new ArrayList<>(ModuleBytes.bodies(module));
        List<byte[]> pieces = new ArrayList<>();
        for (int index = 0; index < bodies.size(); index++) {
            if (bodies.get(index).length > limits.most()) {
                FunctionBody body = decoded.codeSection().getFunctionBody(index);
                Frame frame = Frame.of(types.ofDefined(index), body);
                List<Node> block = Returns.asBranches(BodyReader.read(types, module, body), frame);
                bodies.set(index, outlined(block, frame, types.functions(), pieces));
            }
        }
        bodies.addAll(pieces);
        return ModuleBytes.with(bodies, pieces.size(), types.next(), module);
    }

    /** The function's new body; its pieces, also in the binary format, are added to those of other functions. */
    private byte[] outlined(List<Node> block, Frame frame, int functions, List<byte[]> pieces) {
        int firstPiece = functions + pieces.size();
        List<Piece> own = new ArrayList<>();
        List<Node> rest = new Cutter(limits, own).cut(block);
        own.forEach(piece -> pieces.add(BodyWriter.piece(piece, frame, firstPiece)));
        return BodyWriter.function(rest, frame, firstPiece);
    }
}
