package com.fataplus.migrations.cli.render;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A print stream that remembers why something could not be written; others only know that. */
public final class Outlet extends PrintStream {
    private static final String READER_IS_GONE = "Broken pipe";

    private final Memory memory;

    public Outlet(OutputStream stream) {
        this(new Memory(stream));
    }

    private Outlet(Memory memory) {
        super(memory, true, StandardCharsets.UTF_8);
        this.memory = memory;
    }

    /** Why output was lost, unless nobody wanted the rest: {@code fata history | head} is no mistake. */
    public Optional<String> loss() {
        flush();
        return memory.first.map(IOException::getMessage).filter(reason -> !reason.equals(READER_IS_GONE));
    }

    private static final class Memory extends FilterOutputStream {
        private Optional<IOException> first = Optional.empty();

        private Memory(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                first = first.or(() -> Optional.of(e));
                throw e;
            }
        }
    }
}
