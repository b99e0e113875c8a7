package com.fataplus.migrations.filesystem.backup;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fataplus.migrations.application.port.DumpContents;
import com.fataplus.migrations.application.port.DumpTarget;
import com.fataplus.migrations.filesystem.DurableFiles;
import com.fataplus.migrations.filesystem.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;

/** A dump of one file, hashed as it is written. */
final class PartialFile implements PartialDump {
    private final Path path;
    private final FileChannel channel;
    private final HashingStream stream;

    private PartialFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
        this.stream = new HashingStream(channel);
    }

    /** Fails where the name is taken. */
    static PartialFile create(Path path) throws IOException {
        return new PartialFile(path, FileChannel.open(path, Set.of(CREATE_NEW, WRITE), OwnerOnly.file(path)));
    }

    @Override
    public DumpTarget target() {
        return new DumpTarget.File(stream);
    }

    @Override
    public DumpContents contents() {
        return DumpContents.ofFile(stream.bytes(), stream.sha256());
    }

    @Override
    public void force() throws IOException {
        stream.flush();
        channel.force(true);
    }

    @Override
    public void giveName(Path name) throws IOException {
        DurableFiles.giveName(path, name);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
