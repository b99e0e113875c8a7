package com.fataplus.migrations.filesystem.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what goes to a file. Closing it only flushes: the file still has to be forced to disk. */
final class HashingStream extends OutputStream {
    private static final int BUFFER = 64 * 1024;

    private final OutputStream file;
    private final MessageDigest digest = sha256Digest();
    private long bytes;

    HashingStream(FileChannel channel) {
        this.file = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    long bytes() {
        return bytes;
    }

    /** In hexadecimal, of what was written so far. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("the JDK's SHA-256 can be cloned", e);
        }
    }

    @Override
    public void write(int value) throws IOException {
        file.write(value);
        digest.update((byte) value);
        bytes++;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        file.write(source, offset, length);
        digest.update(source, offset, length);
        bytes += length;
    }

    @Override
    public void flush() throws IOException {
        file.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
