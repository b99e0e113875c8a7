package com.fataplus.migrations.filesystem.backup;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import com.fataplus.migrations.application.port.DumpContents;
import com.fataplus.migrations.application.port.DumpTarget;
import com.fataplus.migrations.filesystem.DurableFiles;
import com.fataplus.migrations.filesystem.OwnerOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A dump of several files that a program writes; closed to all but its owner, whatever the files' own permissions. */
record PartialFolder(Path path) implements PartialDump {
    /** Fails where the name is taken. */
    static PartialFolder create(Path path) throws IOException {
        return new PartialFolder(Files.createDirectory(path, OwnerOnly.folder(path)));
    }

    @Override
    public DumpTarget target() {
        return new Target(path);
    }

    @Override
    public DumpContents contents() throws IOException {
        return Contents.of(path);
    }

    @Override
    public void force() throws IOException {
        for (Path file : Contents.files(path)) {
            DurableFiles.force(file);
        }
        DurableFiles.force(path);
    }

    /** A folder's rename fails where the name is a file's, or a folder's with something in it. */
    @Override
    public void giveName(Path name) throws IOException {
        Files.move(path, name, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.force(name.toAbsolutePath().getParent());
    }

    @Override
    public void close() {
        // nothing is open
    }

    private record Target(Path folder) implements DumpTarget.Folder {
        @Override
        public String path() {
            return folder.toAbsolutePath().toString();
        }

        @Override
        public OutputStream create(String file) throws IOException {
            return Files.newOutputStream(folder.resolve(file), CREATE_NEW);
        }
    }
}
