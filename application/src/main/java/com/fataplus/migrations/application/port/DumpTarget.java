package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;

/** Where a dump is written, by the shape of its format. */
public sealed interface DumpTarget {
    /** One file. */
    record File(OutputStream stream) implements DumpTarget {
        public File {
            requireNonNull(stream, "stream");
        }
    }

    /** A folder of files, empty at first. */
    non-sealed interface Folder extends DumpTarget {
        /** Its absolute path, for a program that writes the files itself. */
        String path();

        /** A new file in it, for whoever is no program; must fail where the name is taken. */
        OutputStream create(String file) throws IOException;
    }
}
