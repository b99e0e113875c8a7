package com.fataplus.migrations.application.port;

import java.io.OutputStream;

/** A backup being written; closing it without {@link #complete} leaves nothing behind. */
public interface BackupWriter extends AutoCloseable {
    /** The name it will have. */
    String name();

    /** Takes the dump's bytes. */
    OutputStream stream();

    /** SHA-256 in hexadecimal of what was written so far. */
    String sha256();

    /**
     * Forces the bytes to disk, adds the manifest and gives both their final names; afterwards {@link BackupStore#list} must show it. Must
     * refuse a manifest whose name, size or SHA-256 is not what was written.
     */
    void complete(Backup manifest);

    @Override
    void close();
}
