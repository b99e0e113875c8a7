package com.fataplus.migrations.application.port;

/** A backup being written; closing it without {@link #complete} leaves nothing behind. */
public interface BackupWriter extends AutoCloseable {
    /** The name it will have. */
    String name();

    /** Takes the dump: a file, or a folder where the format is that. */
    DumpTarget target();

    /** What was written so far. */
    DumpContents contents();

    /**
     * Forces the bytes to disk, adds the manifest and gives both their final names; afterwards {@link BackupStore#list} must show it. Must
     * refuse a manifest of another name or other contents than those that were written.
     */
    void complete(Backup manifest);

    @Override
    void close();
}
