package com.fataplus.migrations.filesystem.backup;

import com.fataplus.migrations.application.port.DumpContents;
import com.fataplus.migrations.application.port.DumpTarget;
import java.io.IOException;
import java.nio.file.Path;

/** A dump under the name that it is written as: ours alone, and in nobody's list. */
interface PartialDump {
    DumpTarget target();

    /** What was written so far. */
    DumpContents contents() throws IOException;

    /** Forces every byte to disk. */
    void force() throws IOException;

    /** Gives it its final name; never replaces anything. */
    void giveName(Path name) throws IOException;

    /** Lets go of it, and leaves it where it is. */
    void close() throws IOException;
}
