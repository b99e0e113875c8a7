package com.fataplus.migrations.filesystem;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.UUID;

/** Files that appear under their name whole or not at all, and are still there after a power cut. */
public final class DurableFiles {
    private DurableFiles() {}

    /** Writes a file that nobody else wrote before; fails where the name is taken, and then changes nothing. */
    public static void create(Path target, byte[] content, FileAttribute<?>... attributes) throws IOException {
        Path temporary = target.resolveSibling("." + UUID.randomUUID() + ".partial");
        try {
            write(temporary, content, attributes);
            giveName(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Gives a file other bytes: whoever opens it finds the old ones or the new ones. Its permissions stay, and so does a link to it. */
    public static void replace(Path target, byte[] content) throws IOException {
        Path file = target.toRealPath();
        Path temporary = file.resolveSibling("." + UUID.randomUUID() + ".partial");
        try {
            write(temporary, content);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(file));
            }
            Files.move(temporary, file, ATOMIC_MOVE);
            force(file.getParent());
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes a new file and forces its bytes to disk, under a name that does not matter yet. */
    public static void write(Path temporary, byte[] content, FileAttribute<?>... attributes) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, Set.of(CREATE_NEW, WRITE), attributes)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /**
     * Gives a file its final name in the same folder and forces the folder to disk; never replaces another file.
     *
     * <p>A plain rename replaces what it finds, and looking before leaves a gap: hence a second hard link, which the system refuses where the
     * name is taken. File systems without hard links get the look and the rename.
     */
    public static void giveName(Path temporary, Path target) throws IOException {
        try {
            Files.createLink(target, temporary);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noHardLinks) {
            Files.move(temporary, target);
        }
        Files.deleteIfExists(temporary);
        force(target.toAbsolutePath().getParent());
    }

    /** Puts a new file in the place of one that has the name, and forces the folder to disk. */
    public static void replace(Path temporary, Path target) throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        force(target.toAbsolutePath().getParent());
    }

    /** Forces a file's bytes or a folder's list of names to disk, on the systems that can. */
    public static void force(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(path, READ)) {
            channel.force(true);
        }
    }
}
