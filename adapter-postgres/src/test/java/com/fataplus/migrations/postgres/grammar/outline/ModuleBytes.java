package com.fataplus.migrations.postgres.grammar.outline;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import run.endive.wasm.Encoding;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmWriter;
import run.endive.wasm.types.RawSection;
import run.endive.wasm.types.SectionId;

/** Takes a module's binary format apart and puts it together again. */
final class ModuleBytes {
    private ModuleBytes() {}

    /** The bodies of the functions that the module defines. */
    static List<byte[]> bodies(byte[] module) {
        List<byte[]> bodies = new ArrayList<>();
        forEachSection(module, (id, contents) -> {
            if (id == SectionId.CODE) {
                ByteBuffer code = ByteBuffer.wrap(contents);
                int count = (int) Encoding.readVarUInt32(code);
                for (int index = 0; index < count; index++) {
                    byte[] body = new byte[(int) Encoding.readVarUInt32(code)];
                    code.get(body);
                    bodies.add(body);
                }
            }
        });
        return bodies;
    }

    /** The module with other bodies; the last {@code pieces} of them are of a new type, whose number is {@code pieceType}. */
    static byte[] with(List<byte[]> bodies, int pieces, int pieceType, byte[] module) {
        Binary types = new Binary();
        for (int piece = 0; piece < pieces; piece++) {
            types.unsigned(pieceType);
        }
        WasmWriter writer = new WasmWriter();
        forEachSection(
                module,
                (id, contents) -> writer.writeSection(
                        id,
                        switch (id) {
                            case SectionId.TYPE -> extended(contents, 1, BodyWriter.PIECE_TYPE);
                            case SectionId.FUNCTION -> extended(contents, pieces, types.bytes());
                            case SectionId.CODE -> code(bodies);
                            default -> contents;
                        }));
        return writer.bytes();
    }

    /** A section that is a list, with so many more items at its end. */
    private static byte[] extended(byte[] section, int count, byte[] items) {
        ByteBuffer old = ByteBuffer.wrap(section);
        Binary extended = new Binary().unsigned((int) Encoding.readVarUInt32(old) + count);
        byte[] oldItems = new byte[old.remaining()];
        old.get(oldItems);
        return extended.write(oldItems).write(items).bytes();
    }

    private static byte[] code(List<byte[]> bodies) {
        Binary section = new Binary().unsigned(bodies.size());
        bodies.forEach(body -> section.unsigned(body.length).write(body));
        return section.bytes();
    }

    private static void forEachSection(byte[] module, BiConsumer<Integer, byte[]> reader) {
        Parser.parseWithoutDecoding(
                module, section -> reader.accept(section.sectionId(), ((RawSection) section).contents()));
    }
}
