package com.fataplus.migrations.postgres.grammar.outline;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import run.endive.wasm.WasmWriter;

/** Bytes in the making, with the numbers of the binary format. */
final class Binary {
    private static final int PAYLOAD = 0x7f;
    private static final int CONTINUED = 0x80;
    private static final int SIGN = 0x40;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Binary write(int... each) {
        for (int one : each) {
            bytes.write(one);
        }
        return this;
    }

    Binary write(byte[] all) {
        bytes.writeBytes(all);
        return this;
    }

    Binary write(ByteBuffer all) {
        byte[] copy = new byte[all.remaining()];
        all.duplicate().get(copy);
        return write(copy);
    }

    Binary unsigned(int number) {
        WasmWriter.writeVarUInt32(bytes, number);
        return this;
    }

    Binary signed(int number) {
        int rest = number;
        while (rest < -SIGN || rest >= SIGN) {
            bytes.write((rest & PAYLOAD) | CONTINUED);
            rest >>= 7;
        }
        bytes.write(rest & PAYLOAD);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
